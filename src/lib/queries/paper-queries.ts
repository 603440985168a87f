import type { ExportRow } from '../dataset/export-row.ts';
import type { Manifest } from '../dataset/manifest.ts';
import { run } from '../engine/query-host.ts';
import { readContributors, type ContributorOrder, type Contributors } from './papers/contributors.ts';
import { exportRows } from './papers/export-rows.ts';
import { noFilters, type Filters } from './filters/filters.ts';
import type { ArrangedDataset } from './arranged-dataset.ts';
import { readNames } from './papers/names.ts';
import { readPaper } from './papers/paper-detail.ts';
import { namesOfOrder, type PaperOrder } from './papers/paper-order.ts';
import type {
	NearestPaper,
	PaperDetail,
	PaperListRow,
	SuggestDimension,
	Suggestion
} from './papers/paper-types.ts';
import { countQuery, papersOfQuery, papersQuery } from './papers/papers.ts';
import { readReadingLists } from './reading/reading-lists.ts';
import type { ReadingLists } from './reading/reading-types.ts';
import { attachValues, readSuggestions } from './papers/suggest.ts';
import { nearestTo } from './themes/vectors.ts';

/** Which papers an export holds. */
export type ExportSelection = { filters: Filters } | { paperIds: readonly number[] };

/** The questions whose answers are papers, or what single papers name. */
export class PaperQueries {
	readonly manifest: Manifest;
	protected readonly dataset: ArrangedDataset;

	constructor(dataset: ArrangedDataset) {
		this.manifest = dataset.manifest;
		this.dataset = dataset;
	}

	/** `count` papers from position `from`, which begins at 0, of what the filters leave. */
	async papers(
		filters: Filters,
		order: PaperOrder,
		from: number,
		count: number,
		signal?: AbortSignal
	): Promise<PaperListRow[]> {
		const { host, themes } = this.dataset;
		const names = namesOfOrder(order.column);
		if (names !== null) await attachValues(host, this.manifest.files, names, signal);
		return this.dataset.among(filters, signal, (matches) =>
			run(host, papersQuery(filters, matches, order, from, count, themes, this.manifest.files), signal)
		);
	}

	/** The number of papers that the filters leave. */
	async count(filters: Filters, signal?: AbortSignal): Promise<number> {
		const { host, themes } = this.dataset;
		const [row] = await this.dataset.among(filters, signal, (matches) =>
			run(host, countQuery(filters, matches, themes), signal)
		);
		return row?.papers ?? 0;
	}

	/** @throws RangeError when there is no such paper */
	async paper(paperId: number, signal?: AbortSignal): Promise<PaperDetail> {
		const { host, themes } = this.dataset;
		return readPaper(host, this.manifest.files, paperId, themes, signal);
	}

	/** The papers with these ids, in the order of the list; ids that the dataset does not have are left out. */
	async papersById(paperIds: readonly number[], signal?: AbortSignal): Promise<PaperListRow[]> {
		if (paperIds.length === 0) return [];
		const { host, themes } = this.dataset;
		const rows = await this.dataset.amongIds(paperIds, signal, (matches) =>
			run(host, papersOfQuery(matches, themes), signal)
		);
		const byId = new Map(rows.map((row) => [row.paperId, row]));
		return paperIds.map((id) => byId.get(id)).filter((row) => row !== undefined);
	}

	/** What each of some papers names, in source order and each name once; empty for a paper that names none. */
	async names(
		dimension: SuggestDimension,
		paperIds: readonly number[],
		signal?: AbortSignal
	): Promise<ReadonlyMap<number, readonly string[]>> {
		return readNames(this.dataset.host, this.manifest.files, dimension, paperIds, signal);
	}

	/** The papers most similar to one by the model's vectors; empty for a paper that has none. */
	async nearest(paperId: number, count: number, signal?: AbortSignal): Promise<NearestPaper[]> {
		const { table } = await this.dataset.vectors();
		signal?.throwIfAborted();
		const found = nearestTo(table, paperId, count);
		const rows = await this.papersById(
			found.map((neighbour) => neighbour.paperId),
			signal
		);
		const similarity = new Map(found.map((neighbour) => [neighbour.paperId, neighbour.similarity]));
		return rows.map((row) => ({ ...row, similarity: similarity.get(row.paperId) as number }));
	}

	/**
	 * Values that hold a text, case and accents aside: those that begin with it first, then by papers, the empty one for
	 * papers that state none last.
	 */
	async suggest(
		dimension: SuggestDimension,
		text: string,
		count: number,
		signal?: AbortSignal
	): Promise<Suggestion[]> {
		return this.dataset.amongNames(dimension, signal, (table) =>
			readSuggestions(this.dataset.host, table, { text, count }, signal)
		);
	}

	/** The `count` values that most of the papers that pass the filters name, or whose papers are cited most. */
	async contributors(
		filters: Filters,
		dimension: SuggestDimension,
		order: ContributorOrder,
		count: number,
		signal?: AbortSignal
	): Promise<Contributors> {
		const { host, themes, joins } = this.dataset;
		return this.dataset.among(filters, signal, (matches) => {
			const selected = { filters, matches, grouping: themes, joins };
			return readContributors(host, this.manifest.files, dimension, selected, order, count, signal);
		});
	}

	/** The first `count` papers of each list of what is worth reading among those that pass the filters. */
	async readingLists(filters: Filters, count: number, signal?: AbortSignal): Promise<ReadingLists> {
		const { host, themes } = this.dataset;
		return this.dataset.among(filters, signal, (matches) =>
			readReadingLists(host, this.manifest, { filters, matches, grouping: themes }, count, signal)
		);
	}

	/** The selected papers in the order of their ids, in batches of some hundred. */
	async *exportRows(which: ExportSelection, signal?: AbortSignal): AsyncGenerator<readonly ExportRow[]> {
		const { host, themes } = this.dataset;
		const filters = 'filters' in which ? which.filters : noFilters;
		const { value, done } = await ('paperIds' in which
			? this.dataset.selectedByIds(which.paperIds)
			: this.dataset.selected(filters));
		try {
			const selected = { filters, matches: value.matches, grouping: themes };
			yield* exportRows(host, this.manifest.files, selected, signal);
		} finally {
			await done();
		}
	}
}
