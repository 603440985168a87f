import type { Rejection } from './paper.ts';

/** What became of one input file: `records = papers + duplicates + rejected`. */
export interface InputAccount {
	/** File name without its folder. */
	file: string;
	bytes: number;
	sha256: string;
	/** Name of the reader, for example `daily-papers`. */
	format: string;
	records: number;
	papers: number;
	duplicates: number;
	rejected: number;
}

export interface CorpusAccount {
	/** The corpus's own name, where it states one. */
	title: string | null;
	/** The date the corpus gives itself, `YYYY-MM-DD`, where it states one. */
	listed: string | null;
	inputs: InputAccount[];
	rejections: Rejection[];
}
