import type { ThemeNode } from './theme-tree.ts';
import type { PeriodUnit } from '../base/date.ts';
import type { Overview } from './overview.ts';
import type { FileGroup, TableName } from './schema.ts';
import type { InputAccount } from './account.ts';
import type { NumberRange } from './theme-numbers.ts';

export type Parameter = string | number | boolean | readonly string[];

/** One `.duckdb` file of a dataset and the keys it holds. */
export interface DatasetFile {
	/** File name inside the dataset's folder, for example `texts-0000.duckdb`. */
	file: string;
	group: FileGroup;
	part: number;
	/** First and last key in the part: paper ids, or terms for `search`; `null` in an empty one. */
	first: number | string | null;
	last: number | string | null;
}

export interface TableSummary {
	name: TableName;
	rows: number;
	/** Sum of the rows' hashes, 32 hexadecimal digits, as `TableChecksum` makes it. */
	checksum?: string;
	/** Before schema 1.7, instead: SHA-256 of the rows in key order, each a line as `writeCanonical` writes it. */
	sha256?: string;
}

/** What the pages need to know of a published theme before any table is read. */
export interface ThemeSummary {
	themeId: number;
	label: string;
	papers: number;
	/** Highest-weighted terms, best first. */
	terms: string[];
}

/** What papers can be filtered by the names of. */
export const nameDimensions = ['organisation', 'venue', 'author', 'keyword', 'country'] as const;
export type NameDimension = (typeof nameDimensions)[number];

/** What papers can be told apart by. */
export const distinctions = ['date', 'team', ...nameDimensions] as const;
export type Distinction = (typeof distinctions)[number];

/** `manifest.json`: everything about a dataset but its rows. Free of paths, clocks and hosts. */
export interface Manifest {
	schemaVersion: string;
	generator: { name: string; version: string };
	title: string | null;
	/** The date the corpus gives itself, `YYYY-MM-DD`. */
	listed: string | null;
	/** 16 hexadecimal digits of a SHA-256 over inputs, parameters and seed. */
	fingerprint: string;
	inputs: InputAccount[];
	parameters: Record<string, Parameter>;
	seed: number;
	counts: {
		papers: number;
		/** Papers that the themes were fitted on; `null` under the themes of an earlier model. */
		sampled: number | null;
		themes: number;
		leaves: number;
		dated: number;
		withTeamSize: number;
		withAbstract: number;
		rejected: number;
		duplicates: number;
	};
	/** Papers that state a name, by what it is of; older datasets do not say. */
	named?: Readonly<Record<NameDimension, number>>;
	/**
	 * What all papers state alike, or none states; older datasets do not say. Dates are compared with their precision
	 * and names as sets. The organisations of a paper are its own and those of its affiliations.
	 */
	alike?: readonly Distinction[];
	/** First and last day of the stated days and months, `YYYY-MM-DD`; papers dated to the year are left out. */
	span: { first: string; last: string } | null;
	/** First and last year of all dated papers; `null` without any. */
	years: { first: number; last: number } | null;
	/** Unit of the cube's periods; date filters snap to it. */
	granularity: PeriodUnit;
	quality: {
		/** Mean NPMI of the published themes, -1 to 1. */
		coherence: number | null;
		/** Share of distinct terms among the top ten of all published themes, 0 to 1. */
		diversity: number | null;
		silhouette: number | null;
		/** Sum of squared distances of the papers to their theme's centroid. */
		inertia: number;
	};
	/** Things a reader of the charts should know, in words. */
	notices: string[];
	/** Numbers of themes that are as good as the proposed one; older datasets do not say. */
	asGood?: NumberRange | null;
	/** The published themes, largest first. */
	themes: ThemeSummary[];
	/** Every node of the theme tree, in the order of the ids: what coarser and finer themes are cut from. */
	tree: ThemeNode[];
	overview: Overview;
	tables: TableSummary[];
	files: DatasetFile[];
}
