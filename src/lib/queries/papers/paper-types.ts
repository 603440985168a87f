import type { DatePrecision } from '../../base/date.ts';
import type { Affiliation, Keyword } from '../../dataset/paper.ts';
import type { ListedField, StatedFields } from '../../dataset/fields.ts';

/** A paper as lists show it. */
export interface PaperListRow extends Pick<StatedFields, ListedField> {
	paperId: number;
	title: string;
	/** As precise as the source: `2024`, `2024-03` or `2024-03-07`. */
	published: string | null;
	teamSize: number | null;
	themeId: number;
	/** Cosine to its theme's centroid, -1 to 1. */
	similarity: number;
}

/** Everything that the dataset knows of a paper. */
export interface PaperDetail extends PaperListRow, StatedFields {
	/** Empty when the source has a title only. */
	abstract: string;
	/** Names in source order; empty when the source states none. */
	authors: readonly string[];
	/** Those of the authors first; empty when the source states none. */
	keywords: readonly Keyword[];
	/** Organisations and countries in source order; empty when the source states none that can be read. */
	affiliations: readonly Affiliation[];
	datePrecision: DatePrecision | null;
	leafId: number;
	secondThemeId: number | null;
	margin: number;
	/** Position on the map, 0 to 1. */
	x: number;
	y: number;
}

/** A paper near another one; `similarity` is the cosine between the two, -1 to 1. */
export type NearestPaper = PaperListRow;

/** A value of a column that papers can be filtered by; the empty one stands for papers that state none. */
export interface Suggestion {
	value: string;
	papers: number;
}

export type { NameDimension as SuggestDimension } from '../../dataset/manifest.ts';
