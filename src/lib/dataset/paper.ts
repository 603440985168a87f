import type { DatePrecision } from '../base/date.ts';
import type { StatedFields } from './fields.ts';

/** A keyword of a paper. */
export interface Keyword {
	readonly keyword: string;
	/** Whether the authors chose it, or the source does not say who did; or the index that the source is. */
	readonly kind: 'author' | 'index';
}

/** Where authors of a paper work: an organisation, its country or both. */
export interface Affiliation {
	readonly organisation: string | null;
	/** The one English name that a country has here. */
	readonly country: string | null;
}

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
	/** Each once of its kind, the authors' first, in source order; empty when the source states none. */
	keywords: readonly Keyword[];
	/** Each once, in source order; empty when the source states none that can be read. */
	affiliations: readonly Affiliation[];
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
