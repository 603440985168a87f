import type { ThemeArrangement } from '../themes/arrangement.ts';
import type { Joins } from '../dataset/joined-names.ts';
import type { Manifest } from '../dataset/manifest.ts';
import type { Overview } from '../dataset/overview.ts';
import type { Rejection } from '../dataset/paper.ts';
import { run, type QueryHost } from '../engine/query-host.ts';
import { searchStems } from '../pipeline/terms/tokenise.ts';
import { searchRulesOf } from '../words/word-rules.ts';
import { compareTerms, type TermComparison } from './comparison/comparison.ts';
import type { Filters } from './filters/filters.ts';
import { ArrangedDataset } from './arranged-dataset.ts';
import { MapQueries } from './map-queries.ts';
import { paperCondition } from './filters/predicates.ts';
import { readTheme } from './themes/read-theme.ts';
import { readableStems } from './search/readable-stems.ts';
import { rejectionsQuery } from './rejections.ts';
import { sideCountsOf, type SideCounts } from './cells/side-counts.ts';
import type { CurvePoint, ThemeDetail, ThemeNeighbour } from './themes/theme-types.ts';
import { typicalTitlesQuery, curveQuery } from './themes/themes.ts';
import type { ThemePair } from './themes/theme-pairs.ts';
import { trendRowsOf, type TrendRows } from './cells/trend-rows.ts';

/**
 * Every question that can be asked of a dataset, over any engine that has its main file attached. Other files
 * are attached when a question needs them. Aborting a signal rejects with its reason, and spares the engine
 * what has not begun; what several questions share is completed. Themes are the published ones unless the
 * questions are put `arranged`.
 */
export class DatasetQueries extends MapQueries {
	constructor(
		host: QueryHost,
		manifest: Manifest,
		dataset: ArrangedDataset = new ArrangedDataset(host, manifest)
	) {
		super(dataset);
	}

	/** The same questions about other themes, those that an arrangement makes of the tree, and with names joined. */
	arranged(arrangement: ThemeArrangement, joins: Joins = []): DatasetQueries {
		return new DatasetQueries(this.dataset.host, this.manifest, this.dataset.arranged(arrangement, joins));
	}

	/** @throws RangeError when the unit is finer than the dataset's granularity */
	async overview(filters: Filters, unit: Overview['unit'], signal?: AbortSignal): Promise<Overview> {
		return this.dataset.counted(filters, signal, (counts) =>
			counts.overview(this.manifest.granularity, filters, unit)
		);
	}

	/** Papers by theme and period at every unit, ignoring the filters of themes and dates. */
	async trendRows(filters: Filters, signal?: AbortSignal): Promise<TrendRows> {
		return this.dataset.counted(filters, signal, ({ cells }) =>
			trendRowsOf(cells, this.manifest.granularity, filters)
		);
	}

	/**
	 * Papers that pass every filter, by theme, team size and period.
	 * @throws RangeError when the unit is finer than the dataset's granularity
	 */
	async sideCounts(filters: Filters, unit: Overview['unit'], signal?: AbortSignal): Promise<SideCounts> {
		return this.dataset.counted(filters, signal, ({ cells }) =>
			sideCountsOf(cells, this.manifest.granularity, filters, unit)
		);
	}

	/** What two sets of papers have in common, and how often each uses every term. Reads the whole index. */
	async compareTerms(first: Filters, second: Filters, signal?: AbortSignal): Promise<TermComparison> {
		const { host, themes } = this.dataset;
		return this.dataset.among(first, signal, (firstMatches) =>
			this.dataset.among(second, signal, (secondMatches) =>
				compareTerms(
					host,
					this.manifest,
					paperCondition(first, firstMatches, themes),
					paperCondition(second, secondMatches, themes),
					signal
				)
			)
		);
	}

	/** Stems as people read them. */
	async readableStems(stems: readonly string[], signal?: AbortSignal): Promise<Map<string, string>> {
		const { files } = this.manifest;
		return readableStems(this.dataset.host, files, stems, searchRulesOf(this.manifest), signal);
	}

	/**
	 * The stems that a search for each of these texts asks for, in their order.
	 * @throws the signal's reason when it is aborted before
	 */
	async stemsOf(texts: readonly string[], signal?: AbortSignal): Promise<string[][]> {
		signal?.throwIfAborted();
		const rules = searchRulesOf(this.manifest);
		return texts.map((text) => searchStems(text, rules));
	}

	/** @throws RangeError when there is no such theme */
	async theme(themeId: number, signal?: AbortSignal): Promise<ThemeDetail> {
		const { host, themes } = this.dataset;
		return readTheme(host, this.manifest, themeId, themes, signal);
	}

	/** The most typical paper of each theme shown, by the largest of the nodes that were merged into it. */
	async typicalTitles(
		signal?: AbortSignal
	): Promise<readonly { themeId: number; paperId: number; title: string }[]> {
		const { host, themes } = this.dataset;
		return run(host, typicalTitlesQuery(themes.themes.map(({ themeId }) => themeId)), signal);
	}

	/** The themes nearest to one, most similar first. */
	async neighbours(themeId: number, signal?: AbortSignal): Promise<ThemeNeighbour[]> {
		return this.dataset.space.neighbours(themeId, signal);
	}

	/** The `count` pairs of themes with most papers between them, of the papers that pass the filters. */
	async themePairs(filters: Filters, count: number, signal?: AbortSignal): Promise<ThemePair[]> {
		return this.dataset.among(filters, signal, (matches) =>
			this.dataset.space.themePairs(filters, matches, count, signal)
		);
	}

	/** The candidate numbers of themes, ascending. */
	async curve(signal?: AbortSignal): Promise<CurvePoint[]> {
		return run(this.dataset.host, curveQuery(), signal);
	}

	/** `count` rejected records from position `from`, which begins at 0. */
	async rejections(from: number, count: number, signal?: AbortSignal): Promise<Rejection[]> {
		return run(this.dataset.host, rejectionsQuery(from, count), signal);
	}
}
