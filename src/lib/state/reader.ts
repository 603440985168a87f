import type { ThemeArrangement } from '../themes/arrangement.ts';
import type { ExportRow } from '../dataset/export-row.ts';
import type { DatasetFile, Manifest } from '../dataset/manifest.ts';
import type { AnyBatch } from '../dataset/rows.ts';
import type { TableName } from '../dataset/schema.ts';
import type { Overview } from '../dataset/overview.ts';
import type { Rejection } from '../dataset/paper.ts';
import type { TermComparison } from '../queries/comparison/comparison.ts';
import type { Contributors } from '../queries/papers/contributors.ts';
import type { ExportSelection } from '../queries/paper-queries.ts';
import type { Filters } from '../queries/filters/filters.ts';
import type { PaperOrder } from '../queries/papers/paper-order.ts';
import type {
	NearestPaper,
	PaperDetail,
	PaperListRow,
	SuggestDimension,
	Suggestion
} from '../queries/papers/paper-types.ts';
import type { Positions } from '../queries/themes/positions.ts';
import type { SideCounts } from '../queries/cells/side-counts.ts';
import type { CurvePoint, ThemeDetail, ThemeNeighbour } from '../queries/themes/theme-types.ts';
import type { ThemePair } from '../queries/themes/touching.ts';
import type { TrendRows } from '../queries/cells/trend-rows.ts';

export type { ExportSelection };

/**
 * What the page asks of a dataset. Every question takes a signal: aborting it rejects with the signal's reason
 * and spares the engine what has not begun. A failed query rejects with a QueryError.
 */
export interface ArrangedReader {
	readonly manifest: Manifest;
	/** @throws RangeError when the unit is finer than the dataset's granularity */
	overview(filters: Filters, unit: Overview['unit'], signal: AbortSignal): Promise<Overview>;
	/** Papers by theme and period at every unit, ignoring the filters of themes and dates. */
	trendRows(filters: Filters, signal: AbortSignal): Promise<TrendRows>;
	/**
	 * Papers that pass every filter, by theme, team size and period.
	 * @throws RangeError when the unit is finer than the dataset's granularity
	 */
	sideCounts(filters: Filters, unit: Overview['unit'], signal: AbortSignal): Promise<SideCounts>;
	/** What two sets of papers have in common, and how often each uses every term. Reads the whole index. */
	compareTerms(first: Filters, second: Filters, signal: AbortSignal): Promise<TermComparison>;
	/** Stems as people read them. */
	readableStems(stems: readonly string[], signal: AbortSignal): Promise<Map<string, string>>;
	/** `count` papers from position `from` (0 is the first) of what the filters leave. */
	papers(
		filters: Filters,
		order: PaperOrder,
		from: number,
		count: number,
		signal: AbortSignal
	): Promise<PaperListRow[]>;
	/** Where every paper lies on the map. */
	positions(signal: AbortSignal): Promise<Positions>;
	/** For every paper, in the order of the ids, 1 when it passes the filters and 0 when not. */
	passing(filters: Filters, signal: AbortSignal): Promise<Uint8Array>;
	/** The `count` pairs of themes with most papers between them, of the papers that pass the filters. */
	touching(filters: Filters, count: number, signal: AbortSignal): Promise<ThemePair[]>;
	/** @throws RangeError when there is no such paper */
	paper(paperId: number, signal: AbortSignal): Promise<PaperDetail>;
	/** The papers with these ids, in the order of the ids; unknown ids are left out. */
	papersById(paperIds: readonly number[], signal: AbortSignal): Promise<PaperListRow[]>;
	/** The papers most similar to one, by the model's vectors; empty when its own text gave it none. */
	nearest(paperId: number, count: number, signal: AbortSignal): Promise<NearestPaper[]>;
	/** Values that hold a text, case and accents aside, those that begin with it first, then by papers. */
	suggest(
		dimension: SuggestDimension,
		text: string,
		count: number,
		signal: AbortSignal
	): Promise<Suggestion[]>;
	/** The `count` values that most of the papers that pass the filters name. */
	contributors(
		filters: Filters,
		dimension: SuggestDimension,
		count: number,
		signal: AbortSignal
	): Promise<Contributors>;
	/** In the order of the paper ids, in batches of a few hundred. */
	exportRows(which: ExportSelection, signal: AbortSignal): AsyncIterable<readonly ExportRow[]>;
	/** @throws RangeError when there is no such theme */
	theme(themeId: number, signal: AbortSignal): Promise<ThemeDetail>;
	/** The themes nearest to one, most similar first. */
	neighbours(themeId: number, signal: AbortSignal): Promise<ThemeNeighbour[]>;
	curve(signal: AbortSignal): Promise<CurvePoint[]>;
	rejections(from: number, count: number, signal: AbortSignal): Promise<Rejection[]>;
}

/** A dataset that is open, with its published themes. */
export interface DatasetReader extends ArrangedReader {
	/** The same questions about the themes of an arrangement. */
	arranged(arrangement: ThemeArrangement): ArrangedReader;
	/** All rows of a table in one of its files, in their order. */
	tableRows(table: TableName, file: DatasetFile, signal: AbortSignal): AsyncIterable<AnyBatch>;
	close(): Promise<void>;
}
