import type { Parsed } from '../../lib/corpus/paper/record.ts';

/** One item of an answer. */
export interface Item {
	/** How it is kept: one line of JSON, which the JSONL reader understands as `parsed`. */
	readonly line: string;
	readonly parsed: Parsed;
}

/** What one request has brought. */
export interface Page {
	readonly items: readonly Item[];
	/** Where the next page begins; `null` behind the last. */
	readonly next: string | null;
	/** Where to go on instead when every item was known already, as where a server ignores page numbers. */
	readonly nextWhenKnown?: string | null;
	/** Papers that the source promises in all, where it says so. */
	readonly total: number | null;
}

/** A service that hands out papers page by page. */
export interface Source {
	readonly name: string;
	/** Milliseconds from an answer to the next request, at least. */
	readonly interval: number;
	/** Everything that decides what comes: a download is only continued under the same. */
	readonly request: Readonly<Record<string, string>>;
	/** Where the first page begins. */
	readonly start: string;
	/** Answers beside 429 and 5xx that mean "later". */
	readonly later?: readonly number[];
	/** The address of a page. */
	address(cursor: string): URL;
	/**
	 * @throws BrokenAnswer when it is worth asking again, CommandError when it is not
	 */
	read(body: string, cursor: string): Promise<Page>;
}

/** An answer that is no use; the next one may be. */
export class BrokenAnswer extends Error {
	override readonly name = 'BrokenAnswer';
}

/** The address without what must not be shown or kept. */
export function shown(address: URL): string {
	const copy = new URL(address);
	copy.searchParams.delete('api_key');
	return copy.href;
}
