import { untrack } from 'svelte';

import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import type { ThemePair } from '../../../queries/themes/theme-pairs.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { MapColumns } from './map-columns.svelte.ts';
import { mapNames, nameGroupings, nameLevels } from './map-names.ts';
import type { MapState } from './map-state.svelte.ts';
import type { RasterClient } from './raster/raster-client.ts';
import { stretchOf, wholeView } from './raster/view.ts';

const mostPairs = 12;

/** Fetches what the map shows and puts it into its state. */
export class MapData {
	readonly #dashboard: DashboardState;
	readonly #map: MapState;
	readonly columns: MapColumns;
	/** Where the papers lie. */
	readonly places = new Answer<true>();
	readonly passing = new Answer<Uint8Array | null>();
	readonly touching = new Answer<ThemePair[]>();

	constructor(dashboard: DashboardState, map: MapState) {
		this.#dashboard = dashboard;
		this.#map = map;
		this.columns = new MapColumns(dashboard);
	}

	/** Themes in force, in words that stay the same while they do. */
	readonly #grouping = $derived.by(() => {
		const { cut, merges } = this.#dashboard.arrangement;
		return JSON.stringify([cut, merges]);
	});
	/** Whoever looks for search hits by colour sees the other papers too. */
	readonly #filters: Filters = $derived.by(() => {
		const { filters, settings } = this.#dashboard;
		return settings.colour === 'search' ? { ...filters, query: '' } : filters;
	});
	readonly #question = $derived.by(() => JSON.stringify([formatFilters(this.#filters), this.#grouping]));
	/** What the colours chosen depend on. */
	readonly #coloured = $derived.by(() => {
		const { filters, settings } = this.#dashboard;
		const { colour, joined } = settings;
		return JSON.stringify([
			colour,
			colour === 'search' && filters.query,
			colour === 'organisation' && joined
		]);
	});

	/** Fetches anew whenever what is asked for has changed, while the component that calls it lives. */
	follow(raster: () => RasterClient | null): void {
		const [dashboard, map, columns] = [this.#dashboard, this.#map, this.columns];
		const isDrawn = $derived(map.index !== null);
		/** Does something whenever a text changes, while there are papers on the map. */
		const whenever = (text: () => string, task: () => void) => {
			$effect(() => {
				if (isDrawn && text() !== '') untrack(task);
			});
		};
		$effect(() => {
			const client = raster();
			if (client && this.#grouping !== '') untrack(() => this.load(client));
		});
		$effect(() => this.#name());
		$effect(() => {
			map.axis = columns.axis.value;
		});
		whenever(
			() => 'once',
			() => columns.begin()
		);
		whenever(
			() => this.#coloured,
			() => columns.colourBy(dashboard.settings.colour)
		);
		whenever(
			() => dashboard.settings.size ?? 'none',
			() => columns.sizeBy(dashboard.settings.size)
		);
		whenever(
			() => this.#question,
			() => this.#ask(this.#filters)
		);
	}

	/** Reads where the papers lie, under the themes in force. */
	load(raster: RasterClient): void {
		const [dashboard, map] = [this.#dashboard, this.#map];
		void this.places.ask(async (signal) => {
			const positions = await (await dashboard.use(signal)).positions(signal);
			const groupings = nameGroupings(dashboard.site.tree, dashboard.arranged.themes);
			const { index, centres } = await raster.load(
				positions,
				nameLevels.map((level) => groupings[level])
			);
			signal.throwIfAborted();
			const [branch = [], theme = [], part = []] = centres;
			map.positions = positions;
			map.centres = { branch, theme, part };
			map.index = index;
			return true;
		});
	}

	/** Asks which papers pass, and which themes touch in them. */
	#ask(filters: Filters): void {
		void this.passing.ask(async (signal) => {
			const isPart = formatFilters(filters).length > 0;
			const answer = isPart ? await (await this.#dashboard.use(signal)).passing(filters, signal) : null;
			signal.throwIfAborted();
			this.#map.passing = answer;
			return answer;
		});
		void this.touching.ask(async (signal) =>
			(await this.#dashboard.use(signal)).themePairs(filters, mostPairs, signal)
		);
	}

	/** Places the names anew: they, the window or where papers lie have changed. */
	#name(): void {
		const { frame, centres, positions } = this.#map;
		const { themes } = this.#dashboard.arranged;
		const parted = themes.filter(({ leaves }) => leaves.length > 1).map(({ themeId }) => themeId);
		this.#map.names = mapNames(
			centres,
			(id) => this.#dashboard.labelOf(id),
			(themeId) => parted.includes(themeId),
			{ ...frame, side: wholeView(frame).side, stretch: stretchOf(frame) },
			positions
		);
	}

	clear(): void {
		for (const answer of [this.places, this.passing, this.touching, this.columns]) answer.clear();
	}
}
