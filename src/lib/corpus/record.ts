import type { Paper } from '../dataset/paper.ts';

/** What a reader makes of one record. */
export type Parsed = { paper: Paper } | { reason: string; excerpt: string };

/** What a corpus says of itself. */
export interface CorpusFacts {
	title: string | null;
	listed: string | null;
}

export interface ReadOptions {
	/** Year of a page that prints dates without one. */
	year?: number | undefined;
}

/** A reader of one format: records in file order, then what the file says of itself. */
export type Reader = (
	text: AsyncIterable<string>,
	options: ReadOptions
) => AsyncGenerator<Parsed, CorpusFacts>;

export const noFacts: CorpusFacts = { title: null, listed: null };

/** A paper of which nothing is known but its texts. */
export function bare(title: string, abstract: string): Paper {
	return {
		sourceId: null,
		doi: null,
		title,
		abstract,
		published: null,
		datePrecision: null,
		authors: [],
		teamSize: null,
		organisation: null,
		venue: null,
		url: null,
		type: null,
		language: null,
		volume: null,
		issue: null,
		pages: null,
		comments: null,
		upvotes: null
	};
}
