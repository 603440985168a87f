import { readStored, writeStored, type KeyValueStore } from './storage.ts';

/** A collected paper: its title is kept, so that the list can be read before the query engine has started. */
export interface ReadingListEntry {
	paperId: number;
	title: string;
}

function parseEntries(text: string | null): ReadingListEntry[] {
	if (text === null) return [];
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? value.filter(isEntry) : [];
	} catch {
		return [];
	}
}

function isEntry(value: unknown): value is ReadingListEntry {
	const { paperId, title } = (value ?? {}) as Partial<ReadingListEntry>;
	return Number.isInteger(paperId) && typeof title === 'string';
}

/**
 * Papers a visitor collects, kept in the browser for each dataset, in the order in which they were added. Empty
 * until `reload` is called, so that a page starts as it was prerendered.
 */
export class ReadingList {
	#entries = $state.raw<readonly ReadingListEntry[]>([]);
	/** False once the browser refused to keep the list: it then lasts until the page is closed. */
	kept = $state(true);
	readonly key: string;
	readonly #store: KeyValueStore | null;

	constructor(fingerprint: string, store: KeyValueStore | null) {
		this.key = `corpuscope:reading-list:${fingerprint}`;
		this.#store = store;
	}

	get entries(): readonly ReadingListEntry[] {
		return this.#entries;
	}

	has(paperId: number): boolean {
		return this.#entries.some((entry) => entry.paperId === paperId);
	}

	add(entry: ReadingListEntry): void {
		if (!this.has(entry.paperId)) this.#save([...this.#entries, entry]);
	}

	remove(paperId: number): void {
		if (this.has(paperId)) this.#save(this.#entries.filter((entry) => entry.paperId !== paperId));
	}

	clear(): void {
		if (this.#entries.length > 0) this.#save([]);
	}

	/** Puts a list back as it was. */
	restore(entries: readonly ReadingListEntry[]): void {
		this.#save(entries);
	}

	/** Reads the list from the browser's store: at the start, and when another tab may have changed it. */
	reload(): void {
		this.#entries = parseEntries(readStored(this.#store, this.key));
	}

	#save(entries: readonly ReadingListEntry[]): void {
		this.#entries = entries;
		this.kept = writeStored(this.#store, this.key, JSON.stringify(entries));
	}
}
