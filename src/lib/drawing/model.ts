/** What the charts draw: plain values, already counted and labelled. Charts know nothing of queries. */

/** An entry on an axis of calendar periods. */
export interface PeriodMark {
	/** First day, `YYYY-MM-DD`. */
	start: string;
	/** Last day, `YYYY-MM-DD`. */
	end: string;
	/** As people read it: `2024`, `Q1 2024`, `Mar 2024`. */
	label: string;
	/** The corpus covers it only in part. */
	partial: boolean;
	/** All papers in the period: the denominator of shares. */
	papers: number;
}

export interface TrendSeries {
	id: number;
	label: string;
	/** Entry of the palette; `null` for what is not in the selection. */
	slot: number | null;
	/** Papers in each period of the axis. */
	counts: readonly number[];
	/** Papers dated too coarsely for the axis, and undated ones. */
	coarse: number;
	undated: number;
	selected: boolean;
}

/** Smoothed counts or shares for each period, by theme; `null` where there is none. */
export type SmoothValues = ReadonlyMap<number, readonly (number | null)[]>;

/** Where papers without a place on an axis of periods stand: dated too coarsely for it, or undated. */
export type OffAxisKind = 'coarse' | 'undated';

/** Papers beside an axis of periods. */
export type OffAxis = Record<OffAxisKind, number>;

export interface TeamBin {
	/** Smallest and largest team size in the bin, both inclusive; `null` for the bin of unknown sizes. */
	from: number | null;
	to: number | null;
	/** `1`, `4-5`, `21+`, `unknown`. */
	label: string;
	papers: number;
}

/** Median and quartiles of team sizes. */
export interface TeamSummary {
	/** Papers whose team size is known. */
	known: number;
	unknown: number;
	minimum: number;
	lowerQuartile: number;
	median: number;
	upperQuartile: number;
	maximum: number;
}

export interface TeamRow {
	id: number;
	label: string;
	slot: number | null;
	/** `null` when no paper's team size is known. */
	summary: TeamSummary | null;
	unknown: number;
	selected: boolean;
}

export interface TeamPeriod {
	period: PeriodMark;
	summary: TeamSummary | null;
}

export interface MatrixRow {
	id: number;
	label: string;
	slot: number | null;
	/** Papers in each bin, in the order of the matrix's bins. */
	counts: readonly number[];
	selected: boolean;
}

/** A chart's data as people can read it without the picture. */
export interface DataTable {
	caption: string;
	header: readonly string[];
	rows: readonly (readonly (string | number)[])[];
	/** The same numbers unrounded, for programs, where people read rounded ones. */
	exact?: Pick<DataTable, 'header' | 'rows'>;
}
