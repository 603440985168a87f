import type { Rejection } from './paper.ts';

/** What shows that two records are the same paper, the strongest first. */
export const mergeKeys = ['id', 'doi', 'text', 'titleYear'] as const;
export type MergeKey = (typeof mergeKeys)[number];

/** Records that were merged into another one, by what showed it. */
export type MergeCounts = Record<MergeKey, number>;

/** A record that was merged into another one. Records are counted from 1 in their file. */
export interface Merge {
	file: string;
	record: number;
	keptFile: string;
	keptRecord: number;
	by: MergeKey;
}

/** In which order day and month of a column were read, where some of its dates do not show it (03/07/2024). */
export interface DateOrders {
	/** Name of the column, without case and signs. */
	column: string;
	/** `null` where nothing shows it: such dates count as years. */
	order: 'dmy' | 'mdy' | null;
	/** Dates that do not show it. */
	dates: number;
	/** Whether some of its dates show the one and some the other. */
	contradicted: boolean;
}

/** What became of one input file: `records = papers + duplicates + rejected`. */
export interface InputAccount {
	/** File name without its folder. */
	file: string;
	bytes: number;
	sha256: string;
	/** Name of the reader, for example `daily-papers`. */
	format: string;
	/** Readers that would make papers of it, too, of less of it; missing where there are none. */
	others?: readonly string[];
	records: number;
	papers: number;
	duplicates: number;
	/** The duplicates by what showed them; missing in datasets of earlier versions. */
	merged?: MergeCounts;
	rejected: number;
	/** Encoding of a text, as `TextDecoder` calls it; missing where the file is no text, or was read by an earlier version. */
	encoding?: string;
	/** Characters that could not be decoded and became U+FFFD; missing where there are none. */
	undecoded?: number;
	/** Columns with dates of an open order of day and month; missing where there are none. */
	dateOrders?: DateOrders[];
}

export interface CorpusAccount {
	/** The corpus's own name, where it states one. */
	title: string | null;
	/** The date the corpus gives itself, `YYYY-MM-DD`, where it states one. */
	listed: string | null;
	inputs: InputAccount[];
	rejections: Rejection[];
	/** Every merged record, in the order of the files; missing where none was looked for. */
	merges?: Merge[];
}

const mergeWords: Readonly<Record<MergeKey, string>> = {
	id: 'id',
	doi: 'DOI',
	text: 'text',
	titleYear: 'title and year'
};

/** What a merge key is called: `title and year`. */
export const mergeKeyWords = (key: MergeKey): string => mergeWords[key];

/** `12 by DOI, 3 by title and year`; empty where nothing was merged or nothing is known of it. */
export function mergedWords(
	inputs: readonly Pick<InputAccount, 'merged'>[],
	number: (count: number) => string
): string {
	return mergeKeys
		.map((key) => ({ key, count: inputs.reduce((sum, { merged }) => sum + (merged?.[key] ?? 0), 0) }))
		.filter(({ count }) => count > 0)
		.map(({ key, count }) => `${number(count)} by ${mergeWords[key]}`)
		.join(', ');
}
