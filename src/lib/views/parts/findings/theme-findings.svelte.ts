import { untrack } from 'svelte';

import { themeTrends, type Trends } from '../../../analysis/trends.ts';
import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import type { TrendRows } from '../../../queries/cells/trend-rows.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';

/**
 * What can be said about the trends of the themes, by the periods that are fit for it whatever the page shows.
 * The dataset's own rows answer until the engine is there. To be made while a component is set up.
 */
export class ThemeFindings {
	readonly #dashboard: DashboardState;
	readonly #answer = new Answer<TrendRows>();

	constructor(dashboard: DashboardState) {
		this.#dashboard = dashboard;
		$effect(() => {
			void [this.#question, this.#dashboard.arrangement];
			untrack(() => this.#ask());
			return () => this.#answer.clear();
		});
	}

	/** Filters of themes and dates narrow no trend. */
	readonly #question = $derived.by(() =>
		JSON.stringify(formatFilters({ ...this.#dashboard.filters, themes: [], date: null, dated: [] }))
	);
	readonly #ownRows: TrendRows = $derived.by(() => {
		const { unit, trend } = this.#dashboard.overview;
		return { [unit]: trend };
	});
	/** The overview, which each step of a brush changes, is only looked at until there is an answer. */
	readonly trends: Trends = $derived.by(() =>
		themeTrends(this.#answer.value ?? this.#ownRows, this.#dashboard.site.span)
	);

	#ask(): void {
		const { filters } = this.#dashboard;
		void this.#answer.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			return reader.trendRows(filters, signal);
		});
	}
}
