import type { DatePrecision } from '../base/date.ts';
import type { StatedFields } from './fields.ts';

/** One record of a corpus, as its reader understood it. Absent values are `null`, never empty strings. */
export interface Paper extends StatedFields {
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
