import type { DatePrecision } from '../base/date.ts';

/** One record of a corpus, as its reader understood it. Absent values are `null`, never empty strings. */
export interface Paper {
	/** The record's own identifier in its source (arXiv id, PMID, ...). */
	sourceId: string | null;
	doi: string | null;
	/** Never empty together with `abstract`. */
	title: string;
	/** Empty when the source has a title only. */
	abstract: string;
	/** First day of the stated period, `YYYY-MM-DD`. */
	published: string | null;
	datePrecision: DatePrecision | null;
	/** Names in source order; empty when the source states none. */
	authors: readonly string[];
	/** Number of authors, at least 1; `null` when it cannot be known. */
	teamSize: number | null;
	organisation: string | null;
	venue: string | null;
	url: string | null;
	type: string | null;
	language: string | null;
	volume: string | null;
	issue: string | null;
	pages: string | null;
	comments: number | null;
	upvotes: number | null;
}

/** A record that could not become a paper. */
export interface Rejection {
	file: string;
	/** Position in its file, from 1. */
	record: number;
	reason: string;
	/** The first characters of the record, on one line. */
	excerpt: string;
}
