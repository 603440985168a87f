import type { Belonging, Belongings } from './belongings.svelte.ts';

/** A collected paper: its title is kept, so that the list can be read before the query engine has started. */
export interface ReadingListEntry {
	readonly paperId: number;
	readonly title: string;
	/** Why it is worth reading, where a plan or a list said so when it was added. */
	readonly why?: string;
	/** What its reader says of it. */
	readonly note?: string;
	readonly read?: boolean;
	readonly starred?: boolean;
}

/** What a reader makes of a collected paper. */
export type Marks = Partial<Pick<ReadingListEntry, 'note' | 'read' | 'starred'>>;

/** Entries that were taken off, each with the one that stood before it. */
export type Removed = readonly { readonly entry: ReadingListEntry; readonly after: number | null }[];

type Entries = readonly ReadingListEntry[];

/** An entry without what it does not have, so that lists of before read the same. */
function entryOf({ paperId, title, why, note, read, starred }: ReadingListEntry): ReadingListEntry {
	return {
		paperId,
		title,
		...(why ? { why } : {}),
		...(note ? { note } : {}),
		...(read ? { read } : {}),
		...(starred ? { starred } : {})
	};
}

function parseEntry(value: unknown): ReadingListEntry | null {
	const { paperId, title, why, note, read, starred } = (value ?? {}) as Record<string, unknown>;
	if (typeof paperId !== 'number' || !Number.isInteger(paperId) || typeof title !== 'string') return null;
	const text = (some: unknown) => (typeof some === 'string' ? some : '');
	return entryOf({
		paperId,
		title,
		why: text(why),
		note: text(note),
		read: read === true,
		starred: starred === true
	});
}

const parseEntries = (stored: unknown): Entries =>
	Array.isArray(stored) ? stored.flatMap((one) => parseEntry(one) ?? []) : [];

const holds = (entries: Entries, id: number) => entries.some(({ paperId }) => paperId === id);

const inserted = (entries: Entries, entry: ReadingListEntry, at: number): Entries => [
	...entries.slice(0, at),
	entry,
	...entries.slice(at)
];

/** Papers a visitor collects, kept in the browser for each dataset, in an order of the visitor's own. */
export class ReadingList {
	readonly #entries: Belonging<Entries>;

	constructor(belongings: Belongings) {
		this.#entries = belongings.value('reading-list', parseEntries);
	}

	get entries(): Entries {
		return this.#entries.value;
	}

	/** Otherwise the list lasts until the page is closed: these papers are not kept, or the browser refused. */
	get kept(): boolean {
		return this.#entries.kept;
	}

	/** Begins with what somebody else has collected, unless the visitor has a list already. @param stored may be anything */
	begin(stored: unknown): void {
		this.#entries.begin(parseEntries(stored));
	}

	has(paperId: number): boolean {
		return holds(this.entries, paperId);
	}

	/** Adds papers at the end, those that are on the list already left as they are. */
	add(...added: Entries): void {
		this.#entries.change((entries) => {
			const fresh = added.filter(
				({ paperId }, at) => !holds(entries, paperId) && !holds(added.slice(0, at), paperId)
			);
			return fresh.length === 0 ? entries : [...entries, ...fresh.map(entryOf)];
		});
	}

	/** Takes papers off; gives what `restore` puts back. */
	remove(...paperIds: readonly number[]): Removed {
		const { entries } = this;
		const removed = entries.flatMap((entry, at) =>
			paperIds.includes(entry.paperId) ? [{ entry, after: entries[at - 1]?.paperId ?? null }] : []
		);
		this.#entries.change((all) => all.filter(({ paperId }) => !paperIds.includes(paperId)));
		return removed;
	}

	/** Takes every paper off; gives what `restore` puts back. */
	clear(): Removed {
		return this.remove(...this.entries.map(({ paperId }) => paperId));
	}

	/** Puts back what was taken off, each behind the entry that stood before it, else first. */
	restore(removed: Removed): void {
		this.#entries.change((entries) =>
			removed.reduce((list, { entry, after }) => {
				if (holds(list, entry.paperId)) return list;
				return inserted(list, entry, list.findIndex(({ paperId }) => paperId === after) + 1);
			}, entries)
		);
	}

	/** Changes what the reader makes of a paper. */
	mark(paperId: number, marks: Marks): void {
		this.#entries.change((entries) =>
			entries.map((entry) => (entry.paperId === paperId ? entryOf({ ...entry, ...marks }) : entry))
		);
	}

	/** Moves a paper to where another one stands, which makes room towards where the paper came from. */
	move(paperId: number, to: number): void {
		this.#entries.change((entries) => {
			const entry = entries.find((one) => one.paperId === paperId);
			const at = entries.findIndex((one) => one.paperId === to);
			if (!entry || at < 0 || paperId === to) return entries;
			return inserted(
				entries.filter((one) => one !== entry),
				entry,
				at
			);
		});
	}
}
