import { Lru } from '../../base/lru.ts';
import type { ArrangedThemes } from '../../themes/arrange.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { noFilters, type Filters } from '../filters/filters.ts';
import { passingQuery, readPassing } from './positions.ts';
import { nearestThemes, themeCentres, type ThemeCentres } from './theme-centres.ts';
import { pairsBetween, secondThemes } from './theme-touches.ts';
import type { ThemeNeighbour } from './theme-types.ts';
import { neighboursQuery } from './themes.ts';
import { themePairsQuery, withBetween, type ThemePair } from './theme-pairs.ts';
import type { LeafVectors } from './vectors.ts';

/** Nearest themes that are named for one. */
const neighbours = 5;

/**
 * How near the themes of an arrangement are to each other. The dataset knows that of its published themes; of
 * others it is computed from the papers' vectors, once and when it is first asked for.
 */
export class ThemeSpace {
	readonly #host: QueryHost;
	readonly #grouping: ArrangedThemes;
	readonly #vectors: () => Promise<LeafVectors>;
	readonly #isPublished: boolean;
	readonly #centres = new Lru<Promise<ThemeCentres>>(1);
	readonly #second = new Lru<Promise<Int16Array>>(1);

	constructor(
		host: QueryHost,
		vectors: () => Promise<LeafVectors>,
		grouping: ArrangedThemes,
		published: ArrangedThemes
	) {
		this.#host = host;
		this.#vectors = vectors;
		this.#grouping = grouping;
		this.#isPublished = grouping.themeOfLeaf.join() === published.themeOfLeaf.join();
	}

	/** The themes nearest to one by the cosine of their centres, most similar first. */
	async neighbours(themeId: number, signal?: AbortSignal): Promise<ThemeNeighbour[]> {
		const near = this.#isPublished
			? await run(this.#host, neighboursQuery(themeId), signal)
			: nearestThemes(await this.#themeCentres(), themeId, neighbours);
		const { length } = this.#grouping.themes;
		return withBetween(themeId, near, await this.themePairs(noFilters, null, length * length, signal));
	}

	/**
	 * The `count` pairs of themes with most papers between them.
	 * @param matches table of the papers that pass the filters on rows; `null` for all
	 */
	async themePairs(
		filters: Filters,
		matches: string | null,
		count: number,
		signal?: AbortSignal
	): Promise<ThemePair[]> {
		const [host, grouping] = [this.#host, this.#grouping];
		if (this.#isPublished) return run(host, themePairsQuery(filters, matches, count, grouping), signal);
		const passing = readPassing(await host.query(passingQuery(filters, matches, grouping).sql, signal));
		const [vectors, centres] = [await this.#vectors(), await this.#themeCentres()];
		const second = await this.#second.get('', async () => secondThemes(vectors, centres));
		return pairsBetween(vectors, centres, second, passing, count);
	}

	#themeCentres(): Promise<ThemeCentres> {
		return this.#centres.get('', async () => themeCentres(await this.#vectors(), this.#grouping));
	}
}
