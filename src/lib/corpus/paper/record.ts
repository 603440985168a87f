import { statedFields, type StatedFields } from '../../dataset/fields.ts';
import type { Paper } from '../../dataset/paper.ts';
import type { DateOrder } from './dates.ts';
import type { ColumnDate } from './day-order.ts';

/**
 * What a reader makes of one record. Where day and month of its date stand in an order that only the whole file tells,
 * the paper has the year, and `dates` are what the record states.
 */
export type Parsed =
	{ paper: Paper; dates?: readonly ColumnDate[] | undefined } | { reason: string; excerpt: string };

/** What a corpus says of itself. */
export interface CorpusFacts {
	title: string | null;
	listed: string | null;
}

export interface ReadOptions {
	/** Year of a page that prints dates without one. */
	year?: number | undefined;
	/** The encoding of a text, as `TextDecoder` calls it; recognised where it is not given. */
	encoding?: string | undefined;
	/** Order of day and month where numbers alone do not show it; that of other dates of the column by default. */
	dateOrder?: DateOrder | undefined;
	/** What columns hold that are not named as usual: field names (`title`, `abstract`, ...) by column names. */
	columns?: Readonly<Record<string, string>> | undefined;
	/** Is told of each object that no paper came of. */
	onUnread?: ((value: Readonly<Record<string, unknown>>) => void) | undefined;
}

/** Records in file order, then what the file says of itself. */
export type Records = AsyncGenerator<Parsed, CorpusFacts>;

/** A reader of one format of text. */
export type Reader = (text: AsyncIterable<string>, options: ReadOptions) => Records;

/** A reader of one format that is no text. */
export type BytesReader = (bytes: AsyncIterable<Uint8Array>, options: ReadOptions) => Records;

export const noFacts: CorpusFacts = { title: null, listed: null };

const nothing: StatedFields = statedFields(
	() => null,
	() => null
);

/** A paper of which nothing is known but its texts. */
export function bare(title: string, abstract: string): Paper {
	return {
		...nothing,
		...{ title, abstract, published: null, datePrecision: null, authors: [], teamSize: null },
		...{ keywords: [], affiliations: [] }
	};
}
