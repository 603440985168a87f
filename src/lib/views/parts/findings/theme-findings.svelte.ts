import { untrack } from 'svelte';

import { themeTrends, type Trends } from '../../../analysis/trends/findings.ts';
import { trendWindow, type TrendWindow, type WindowOptions } from '../../../analysis/trends/window.ts';
import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import type { TrendRows } from '../../../queries/cells/trend-rows.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';

type Dates = Exclude<WindowOptions['date'], undefined>;

const isSame = (a: Dates, b: Dates) => a?.from === b?.from && a?.to === b?.to;
/** Milliseconds for which dates must rest before trends are tested over them: steps of a brush follow more closely. */
const rest = 100;

/**
 * What can be said about the trends of the themes: the one place where pages ask. Filters of dates narrow the window
 * of periods once they rest, all others the papers. The dataset's own rows answer until the engine is there. While it is in use,
 * charts show the unit of its window unless a visitor has chosen one. To be made while a component is set up.
 */
export class ThemeFindings {
	readonly #dashboard: DashboardState;
	readonly #answer = new Answer<TrendRows>();
	#date: Dates = $state.raw(null);

	constructor(dashboard: DashboardState) {
		this.#dashboard = dashboard;
		this.#date = untrack(() => this.#asked);
		$effect(() => {
			const asked = this.#asked;
			if (
				isSame(
					asked,
					untrack(() => this.#date)
				)
			)
				return;
			const timer = setTimeout(() => (this.#date = asked), rest);
			return () => clearTimeout(timer);
		});
		$effect(() => {
			void [this.#question, this.#dashboard.arrangement];
			untrack(() => this.#ask());
			return () => this.#answer.clear();
		});
		$effect(() => {
			const unit = this.#unit;
			untrack(() => this.#dashboard.suggestUnit(unit));
		});
		$effect(() => () => this.#dashboard.suggestUnit(null));
	}

	readonly #asked = $derived.by(() => this.#dashboard.filters.date?.range ?? null);
	/** Filters of themes and dates narrow no rows. */
	readonly #question = $derived.by(() =>
		JSON.stringify(formatFilters({ ...this.#dashboard.filters, themes: [], date: null, dated: [] }))
	);
	readonly #ownRows: TrendRows = $derived.by(() => {
		const { unit, trend } = this.#dashboard.overview;
		return { [unit]: trend };
	});
	/** The overview, which each step of a brush changes, is only looked at until there is an answer. */
	readonly rows: TrendRows = $derived.by(() => this.#answer.value ?? this.#ownRows);
	readonly #chosen = $derived.by(() => {
		const { unit } = this.#dashboard.settings;
		return unit !== null && this.rows[unit] ? unit : null;
	});
	readonly trends: Trends = $derived.by(() =>
		themeTrends(this.rows, this.#dashboard.site.span, { date: this.#date, unit: this.#chosen })
	);
	readonly #unit = $derived.by(() => (this.trends.kind === 'tested' ? this.trends.window.unit : null));
	/** What the window was chosen by, for what is looked at beside the themes: at their unit. */
	readonly options: WindowOptions = $derived.by(() => ({
		date: this.#date,
		unit: this.#unit ?? this.#chosen
	}));
	/** The window without a filter of dates; `null` where there is none. */
	readonly whole: TrendWindow | null = $derived.by(() => {
		const window = trendWindow(this.rows, this.#dashboard.site.span, { unit: this.#chosen });
		return window.kind === 'window' ? window : null;
	});

	#ask(): void {
		const { filters } = this.#dashboard;
		void this.#answer.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			return reader.trendRows(filters, signal);
		});
	}
}
