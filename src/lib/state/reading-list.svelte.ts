import type { Belonging, Belongings } from './belongings.svelte.ts';

/** A collected paper: its title is kept, so that the list can be read before the query engine has started. */
export interface ReadingListEntry {
	paperId: number;
	title: string;
}

function isEntry(value: unknown): value is ReadingListEntry {
	const { paperId, title } = (value ?? {}) as Partial<ReadingListEntry>;
	return Number.isInteger(paperId) && typeof title === 'string';
}

type Entries = readonly ReadingListEntry[];

const parseEntries = (stored: unknown): Entries => (Array.isArray(stored) ? stored.filter(isEntry) : []);

/** Papers a visitor collects, kept in the browser for each dataset, in the order in which they were added. */
export class ReadingList {
	readonly #entries: Belonging<Entries>;

	constructor(belongings: Belongings) {
		this.#entries = belongings.value('reading-list', parseEntries);
	}

	get entries(): Entries {
		return this.#entries.value;
	}

	/** False once the browser refused to keep the list: it then lasts until the page is closed. */
	get kept(): boolean {
		return this.#entries.kept;
	}

	has(paperId: number): boolean {
		return this.entries.some((entry) => entry.paperId === paperId);
	}

	add(entry: ReadingListEntry): void {
		const { paperId } = entry;
		if (this.has(paperId)) return;
		this.#entries.change((all) => (all.some((other) => other.paperId === paperId) ? all : [...all, entry]));
	}

	remove(paperId: number): void {
		if (this.has(paperId)) this.#entries.change((all) => all.filter((entry) => entry.paperId !== paperId));
	}

	clear(): void {
		if (this.entries.length > 0) this.restore([]);
	}

	/** Puts a list back as it was. */
	restore(entries: Entries): void {
		this.#entries.change(() => entries);
	}
}
