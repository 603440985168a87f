import { arrangeThemes, type ArrangedThemes } from '../dataset/arrangement/arrange.ts';
import { publishedArrangement, type ThemeArrangement } from '../dataset/arrangement/arrangement.ts';
import { formatArrangement } from '../dataset/arrangement/syntax.ts';
import type { ExportRow } from '../dataset/export-row.ts';
import type { DatasetFile, Manifest } from '../dataset/manifest.ts';
import type { Overview } from '../dataset/overview.ts';
import type { Rejection } from '../dataset/paper.ts';
import { run, type QueryHost } from '../dataset/query-host.ts';
import type { AnyBatch } from '../dataset/rows.ts';
import type { TableName } from '../dataset/schema.ts';
import { searchRulesOf } from '../dataset/word-rules.ts';
import { groupCells, type CellTable } from './cells.ts';
import { compareTerms, type TermComparison } from './comparison.ts';
import { readContributors, type Contributors } from './contributors.ts';
import { Counts } from './counts.ts';
import { exportRows } from './export-rows.ts';
import { Once } from './once.ts';
import { noFilters, type Filters } from './filters.ts';
import { overviewOf } from './overview.ts';
import { readPaper } from './paper-detail.ts';
import type { PaperOrder } from './paper-order.ts';
import type { NearestPaper, PaperDetail, PaperListRow, SuggestDimension, Suggestion } from './paper-types.ts';
import { countQuery, papersOfQuery, papersQuery } from './papers.ts';
import { passingQuery, positionsQuery, readPassing, readPositions, type Positions } from './positions.ts';
import { paperCondition } from './predicates.ts';
import { readableStems } from './readable-stems.ts';
import { rejectionsQuery } from './rejections.ts';
import { rowFiltersOf } from './row-filters.ts';
import { Scopes, withLease, type Lease } from './scopes.ts';
import { sideCountsOf, type SideCounts } from './side-counts.ts';
import { readSuggestions } from './suggest.ts';
import { tableRows } from './table-rows.ts';
import { ThemeSpace } from './theme-space.ts';
import type { CurvePoint, ThemeDetail, ThemeNeighbour } from './theme-types.ts';
import { readTheme } from './read-theme.ts';
import { curveQuery } from './themes.ts';
import type { ThemePair } from './touching.ts';
import { trendRowsOf, type TrendRows } from './trend-rows.ts';
import { nearestTo, readLeafVectors, type LeafVectors } from './vectors.ts';

/** What questions under different arrangements of the themes share. */
interface Shared {
	scopes: Scopes;
	vectors: Once<LeafVectors>;
	counts: Counts;
	published: ArrangedThemes;
	/** The arrangements that were asked about last. */
	arranged: Map<string, DatasetQueries>;
}

/** Arrangements whose counts stay in memory. */
const keptArrangements = 4;

/** Which papers an export holds. */
export type ExportSelection = { filters: Filters } | { paperIds: readonly number[] };

/**
 * Every question that can be asked of a dataset, over any engine that has its main file attached. Other files
 * are attached when a question needs them. Aborting a signal rejects with its reason, and spares the engine
 * what has not begun; what several questions share is completed. Themes are the published ones unless the
 * questions are put `arranged`.
 */
export class DatasetQueries {
	readonly manifest: Manifest;
	readonly #host: QueryHost;
	readonly #shared: Shared;
	readonly #themes: ArrangedThemes;
	readonly #cells = new WeakMap<CellTable, CellTable>();
	readonly #space: ThemeSpace;

	constructor(host: QueryHost, manifest: Manifest, shared?: Shared, themes?: ArrangedThemes) {
		this.#host = host;
		this.manifest = manifest;
		this.#shared = shared ?? {
			scopes: new Scopes(host, manifest, searchRulesOf(manifest)),
			vectors: new Once(),
			counts: new Counts(host, manifest.granularity),
			published: arrangeThemes(manifest, publishedArrangement),
			arranged: new Map()
		};
		this.#themes = themes ?? this.#shared.published;
		this.#space = new ThemeSpace(host, () => this.#vectors(), this.#themes, this.#shared.published);
	}

	/** The same questions about other themes: those that an arrangement makes of the tree. */
	arranged(arrangement: ThemeArrangement): DatasetQueries {
		const { arranged } = this.#shared;
		const key = JSON.stringify(formatArrangement(arrangement));
		const queries =
			arranged.get(key) ??
			new DatasetQueries(this.#host, this.manifest, this.#shared, arrangeThemes(this.manifest, arrangement));
		arranged.delete(key);
		arranged.set(key, queries);
		for (const oldest of [...arranged.keys()].slice(0, -keptArrangements)) arranged.delete(oldest);
		return queries;
	}

	/** All rows of a table in one of its files, in their order. */
	tableRows(table: TableName, file: DatasetFile, signal?: AbortSignal): AsyncGenerator<AnyBatch> {
		return tableRows(this.#host, table, file, signal);
	}

	/** @throws RangeError when the unit is finer than the dataset's granularity */
	async overview(filters: Filters, unit: Overview['unit'], signal?: AbortSignal): Promise<Overview> {
		return this.#counted(filters, signal, (cells) =>
			overviewOf(cells, this.manifest.granularity, filters, unit)
		);
	}

	/** Papers by theme and period at every unit, ignoring the filters of themes and dates. */
	async trendRows(filters: Filters, signal?: AbortSignal): Promise<TrendRows> {
		return this.#counted(filters, signal, (cells) => trendRowsOf(cells, this.manifest.granularity, filters));
	}

	/**
	 * Papers that pass every filter, by theme, team size and period.
	 * @throws RangeError when the unit is finer than the dataset's granularity
	 */
	async sideCounts(filters: Filters, unit: Overview['unit'], signal?: AbortSignal): Promise<SideCounts> {
		return this.#counted(filters, signal, (cells) =>
			sideCountsOf(cells, this.manifest.granularity, filters, unit)
		);
	}

	/** What two sets of papers have in common, and how often each uses every term. Reads the whole index. */
	async compareTerms(first: Filters, second: Filters, signal?: AbortSignal): Promise<TermComparison> {
		return withLease(
			signal,
			() => this.#leaseOf(first),
			(firstMatches) =>
				withLease(
					signal,
					() => this.#leaseOf(second),
					(secondMatches) =>
						compareTerms(
							this.#host,
							this.manifest,
							paperCondition(first, firstMatches, this.#themes),
							paperCondition(second, secondMatches, this.#themes),
							signal
						)
				)
		);
	}

	/** Stems as people read them. */
	async readableStems(stems: readonly string[], signal?: AbortSignal): Promise<Map<string, string>> {
		return readableStems(this.#host, this.manifest.files, stems, searchRulesOf(this.manifest), signal);
	}

	/** `count` papers from position `from`, which begins at 0, of what the filters leave. */
	async papers(
		filters: Filters,
		order: PaperOrder,
		from: number,
		count: number,
		signal?: AbortSignal
	): Promise<PaperListRow[]> {
		return withLease(
			signal,
			() => this.#leaseOf(filters),
			(matches) => run(this.#host, papersQuery(filters, matches, order, from, count, this.#themes), signal)
		);
	}

	/** The number of papers that the filters leave. */
	async count(filters: Filters, signal?: AbortSignal): Promise<number> {
		const [row] = await withLease(
			signal,
			() => this.#leaseOf(filters),
			(matches) => run(this.#host, countQuery(filters, matches, this.#themes), signal)
		);
		return row?.papers ?? 0;
	}

	/** Where every paper lies on the map. */
	async positions(signal?: AbortSignal): Promise<Positions> {
		return readPositions(await this.#host.query(positionsQuery(this.#themes).sql, signal));
	}

	/** For every paper, in the order of the ids, 1 when it passes the filters and 0 when not. */
	async passing(filters: Filters, signal?: AbortSignal): Promise<Uint8Array> {
		return withLease(
			signal,
			() => this.#leaseOf(filters),
			async (matches) =>
				readPassing(await this.#host.query(passingQuery(filters, matches, this.#themes).sql, signal))
		);
	}

	/** The `count` pairs of themes with most papers between them, of the papers that pass the filters. */
	async touching(filters: Filters, count: number, signal?: AbortSignal): Promise<ThemePair[]> {
		return withLease(
			signal,
			() => this.#leaseOf(filters),
			(matches) => this.#space.touching(filters, matches, count, signal)
		);
	}

	/** @throws RangeError when there is no such paper */
	async paper(paperId: number, signal?: AbortSignal): Promise<PaperDetail> {
		return readPaper(this.#host, this.manifest.files, paperId, this.#themes, signal);
	}

	/** The papers with these ids, in the order of the list; ids that the dataset does not have are left out. */
	async papersById(paperIds: readonly number[], signal?: AbortSignal): Promise<PaperListRow[]> {
		if (paperIds.length === 0) return [];
		const rows = await withLease(
			signal,
			() => this.#shared.scopes.ofIds(paperIds),
			(matches) => run(this.#host, papersOfQuery(matches as string, this.#themes), signal)
		);
		const byId = new Map(rows.map((row) => [row.paperId, row]));
		return paperIds.map((id) => byId.get(id)).filter((row) => row !== undefined);
	}

	/** The papers most similar to one by the model's vectors; empty for a paper that has none. */
	async nearest(paperId: number, count: number, signal?: AbortSignal): Promise<NearestPaper[]> {
		const { table } = await this.#vectors();
		signal?.throwIfAborted();
		const found = nearestTo(table, paperId, count);
		const rows = await this.papersById(
			found.map((neighbour) => neighbour.paperId),
			signal
		);
		const similarity = new Map(found.map((neighbour) => [neighbour.paperId, neighbour.similarity]));
		return rows.map((row) => ({ ...row, similarity: similarity.get(row.paperId) as number }));
	}

	/** Values that hold a text, case and accents aside: those that begin with it first, then by papers. */
	async suggest(
		dimension: SuggestDimension,
		text: string,
		count: number,
		signal?: AbortSignal
	): Promise<Suggestion[]> {
		return readSuggestions(this.#host, this.manifest.files, dimension, text, count, signal);
	}

	/** The `count` values that most of the papers that pass the filters name. */
	async contributors(
		filters: Filters,
		dimension: SuggestDimension,
		count: number,
		signal?: AbortSignal
	): Promise<Contributors> {
		return withLease(
			signal,
			() => this.#leaseOf(filters),
			(matches) => {
				const selected = { filters, matches, grouping: this.#themes };
				return readContributors(this.#host, this.manifest.files, dimension, selected, count, signal);
			}
		);
	}

	/** The selected papers in the order of their ids, in batches of some hundred. */
	async *exportRows(which: ExportSelection, signal?: AbortSignal): AsyncGenerator<readonly ExportRow[]> {
		const filters = 'filters' in which ? which.filters : noFilters;
		const lease = await ('paperIds' in which
			? this.#shared.scopes.ofIds(which.paperIds)
			: this.#leaseOf(filters));
		try {
			const selected = { filters, matches: lease.matches, grouping: this.#themes };
			yield* exportRows(this.#host, this.manifest.files, selected, signal);
		} finally {
			await lease.release();
		}
	}

	/** @throws RangeError when there is no such theme */
	async theme(themeId: number, signal?: AbortSignal): Promise<ThemeDetail> {
		return readTheme(this.#host, this.manifest, themeId, this.#themes, signal);
	}

	/** The themes nearest to one, most similar first. */
	async neighbours(themeId: number, signal?: AbortSignal): Promise<ThemeNeighbour[]> {
		return this.#space.neighbours(themeId, signal);
	}

	/** The candidate numbers of themes, ascending. */
	async curve(signal?: AbortSignal): Promise<CurvePoint[]> {
		return run(this.#host, curveQuery(), signal);
	}

	/** `count` rejected records from position `from`, which begins at 0. */
	async rejections(from: number, count: number, signal?: AbortSignal): Promise<Rejection[]> {
		return run(this.#host, rejectionsQuery(from, count), signal);
	}

	#vectors(): Promise<LeafVectors> {
		return this.#shared.vectors.get(() => readLeafVectors(this.#host, this.manifest.files));
	}

	#leaseOf(filters: Filters): Promise<Lease> {
		return this.#shared.scopes.ofFilters(rowFiltersOf(filters, searchRulesOf(this.manifest)));
	}

	#counted<T>(filters: Filters, signal: AbortSignal | undefined, count: (cells: CellTable) => T): Promise<T> {
		return withLease(
			signal,
			() => this.#leaseOf(filters),
			async (matches) => {
				const cells = this.#grouped(await this.#shared.counts.of(matches));
				signal?.throwIfAborted();
				return count(cells);
			}
		);
	}

	#grouped(leaves: CellTable): CellTable {
		const cells = this.#cells.get(leaves) ?? groupCells(leaves, this.#themes.themeOfLeaf);
		this.#cells.set(leaves, cells);
		return cells;
	}
}
