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
