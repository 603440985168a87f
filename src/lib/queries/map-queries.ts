import type { NameDimension } from '../dataset/manifest.ts';
import { run } from '../engine/query-host.ts';
import { noFilters, type Filters } from './filters/filters.ts';
import { paperCondition } from './filters/predicates.ts';
import {
	datesQuery,
	measureQuery,
	nameCodesQuery,
	readCodes,
	readDates,
	readMeasure,
	statedQuery,
	topNamesQuery,
	type PaperDates,
	type PaperMeasure,
	type PaperNames
} from './map/paper-columns.ts';
import { mostTypical, splitTerms, type SplitTerms } from './map/special.ts';
import { PaperQueries } from './paper-queries.ts';
import { attachValues } from './papers/suggest.ts';
import type { PaperListRow } from './papers/paper-types.ts';
import {
	drawnEvery,
	passingQuery,
	positionsQuery,
	readPassing,
	readPositions,
	type Positions
} from './themes/positions.ts';

/**
 * The questions of the map: columns with a place for every paper that it shows, in the order of the ids (all papers, or
 * one of `drawnEvery`), and what a part of it holds.
 */
export class MapQueries extends PaperQueries {
	readonly #every = drawnEvery(this.manifest.counts.papers);

	/** Where the papers lie on the map. */
	async positions(signal?: AbortSignal): Promise<Positions> {
		const { host, themes } = this.dataset;
		return readPositions(await host.query(positionsQuery(themes, this.#every).sql, signal));
	}

	/** 1 for a paper that passes the filters and 0 for one that does not. */
	async passing(filters: Filters, signal?: AbortSignal): Promise<Uint8Array> {
		return this.#passing(filters, this.#every, signal);
	}

	async #passing(filters: Filters, every: number, signal?: AbortSignal): Promise<Uint8Array> {
		const { host, themes } = this.dataset;
		return this.dataset.among(filters, signal, async (matches) =>
			readPassing(await host.query(passingQuery(filters, matches, themes, every).sql, signal))
		);
	}

	/** How many papers state each measure. */
	async stated(signal?: AbortSignal): Promise<Readonly<Record<PaperMeasure, number>>> {
		const [row] = await run(this.dataset.host, statedQuery(), signal);
		return row ?? { team_size: 0, citations: 0, upvotes: 0, similarity: 0 };
	}

	/** A measure of the papers. */
	async measure(measure: PaperMeasure, signal?: AbortSignal): Promise<Int32Array> {
		return readMeasure(await this.dataset.host.query(measureQuery(measure, this.#every).sql, signal));
	}

	/** When the papers were published. */
	async dates(signal?: AbortSignal): Promise<PaperDates> {
		return readDates(await this.dataset.host.query(datesQuery(this.#every).sql, signal));
	}

	/** The `count` names that most papers of the corpus state, at most 250, and which of them each paper states. */
	async topNames(dimension: NameDimension, count: number, signal?: AbortSignal): Promise<PaperNames> {
		const { host, joins } = this.dataset;
		const { files } = this.manifest;
		await attachValues(host, files, dimension, signal);
		const [rows, codes] = [
			await run(host, topNamesQuery(dimension, count, files, joins), signal),
			await host.query(nameCodesQuery(dimension, count, files, joins, this.#every).sql, signal)
		];
		return { names: rows.map(({ value }) => value), code: readCodes(codes) };
	}

	/** The terms of the papers that filters leave beside those of the papers that the filters but for the area leave. */
	async splitTerms(filters: Filters, signal?: AbortSignal): Promise<SplitTerms> {
		const { host, themes } = this.dataset;
		const all = { ...filters, area: noFilters.area };
		return this.dataset.among(filters, signal, (inside) =>
			this.dataset.among(all, signal, (matches) =>
				splitTerms(
					host,
					this.manifest,
					paperCondition(filters, inside, themes),
					paperCondition(all, matches, themes),
					signal
				)
			)
		);
	}

	/** The papers that are most like all those together that filters leave; `similarity` is the cosine to their mean direction. */
	async typical(filters: Filters, count: number, signal?: AbortSignal): Promise<PaperListRow[]> {
		const [inside, { table }] = [await this.#passing(filters, 1, signal), await this.dataset.vectors()];
		signal?.throwIfAborted();
		const best = mostTypical(table, inside, count);
		const rows = await this.papersById(
			best.map(({ paperId }) => paperId),
			signal
		);
		const similarity = new Map(best.map((paper) => [paper.paperId, paper.similarity]));
		return rows.map((row) => ({ ...row, similarity: similarity.get(row.paperId) as number }));
	}
}
