/** One exported paper: every column of the dataset, its texts, and its theme by name. */
export interface ExportRow {
	paper_id: number;
	source_id: string | null;
	doi: string | null;
	title: string;
	abstract: string;
	/** Names in source order, joined by `; `; empty when the source states none. */
	authors: string;
	team_size: number | null;
	/** As precise as the source: `2024`, `2024-03` or `2024-03-07`. */
	published: string | null;
	date_precision: string | null;
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
	theme_id: number;
	theme: string;
	leaf_id: number;
	similarity: number;
	second_theme_id: number | null;
	margin: number;
	x: number;
	y: number;
}

/** How the values of a column are written: `float` for single-precision numbers. */
export type ExportKind = 'text' | 'integer' | 'float';

const kinds: Readonly<Record<keyof ExportRow, ExportKind>> = {
	paper_id: 'integer',
	source_id: 'text',
	doi: 'text',
	title: 'text',
	abstract: 'text',
	authors: 'text',
	team_size: 'integer',
	published: 'text',
	date_precision: 'text',
	organisation: 'text',
	venue: 'text',
	url: 'text',
	type: 'text',
	language: 'text',
	volume: 'text',
	issue: 'text',
	pages: 'text',
	comments: 'integer',
	upvotes: 'integer',
	theme_id: 'integer',
	theme: 'text',
	leaf_id: 'integer',
	similarity: 'float',
	second_theme_id: 'integer',
	margin: 'float',
	x: 'float',
	y: 'float'
};

/** The columns of an export, in the order in which files have them. */
export const exportColumns = Object.entries(kinds).map(([name, kind]) => ({ name, kind })) as readonly {
	name: keyof ExportRow;
	kind: ExportKind;
}[];

/** The authors of an exported paper, name by name. */
export function authorNames({ authors }: Pick<ExportRow, 'authors'>): string[] {
	return authors === '' ? [] : authors.split('; ');
}
