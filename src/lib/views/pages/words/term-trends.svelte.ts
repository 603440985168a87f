import { untrack } from 'svelte';

import { searchRulesOf } from '../../../words/word-rules.ts';
import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import { asksNothing } from '../../../queries/search/search-query.ts';
import type { TrendRows } from '../../../queries/cells/trend-rows.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { termFilters } from '../../../queries/filters/filters.ts';

/** Papers over time: all that the filters leave, and those of them that hold each term. */
export interface TermTrends {
	all: TrendRows;
	terms: readonly {
		term: string;
		/** `null` for a term that cannot be searched for: stop words alone. */
		rows: TrendRows | null;
	}[];
}

/** Fetches the papers over time that hold the terms asked for. To be made while a component is set up. */
export class TermTrendsAnswer {
	readonly #dashboard: DashboardState;
	readonly #terms: () => readonly string[];
	readonly #answer = new Answer<TermTrends>();

	/** @param terms those that are shown */
	constructor(dashboard: DashboardState, terms: () => readonly string[]) {
		this.#dashboard = dashboard;
		this.#terms = terms;
		$effect(() => {
			void [this.#question, this.#dashboard.arrangement];
			untrack(() => this.ask());
			return () => this.#answer.clear();
		});
	}

	readonly #question = $derived.by(() => {
		const { filters } = this.#dashboard;
		return JSON.stringify([formatFilters({ ...filters, themes: [], date: null, dated: [] }), this.#terms()]);
	});
	readonly value = $derived.by(() => this.#answer.value);
	readonly pending = $derived.by(() => this.#answer.pending);
	readonly failure = $derived.by(() => this.#answer.failure);

	ask(): void {
		const { filters } = this.#dashboard;
		const terms = this.#terms();
		if (terms.length === 0) return this.#answer.clear();
		void this.#answer.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			const rules = searchRulesOf(reader.manifest);
			const rowsOf = async (term: string) => {
				if (asksNothing(term, rules)) return null;
				return reader.trendRows(termFilters(filters, term), signal);
			};
			const found = await Promise.all(terms.map(async (term) => ({ term, rows: await rowsOf(term) })));
			return { all: await reader.trendRows(filters, signal), terms: found };
		});
	}
}
