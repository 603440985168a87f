import { untrack } from 'svelte';

import { themeTrends, type Trends } from '../../../analysis/trends/findings.ts';
import { Lru } from '../../../base/lru.ts';
import { trendWindow, type TrendWindow, type WindowOptions } from '../../../analysis/trends/window.ts';
import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import type { TrendRows } from '../../../queries/cells/trend-rows.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import type { TrendUnit } from '../../../state/settings.ts';
import { Rested } from '../../../state/rested.svelte.ts';

type Dates = Exclude<WindowOptions['date'], undefined>;

/** Trends that are remembered: brushes go back and forth, and tests of many themes take a tenth of a second. */
const kept = 12;

/**
 * What can be said about the trends of the themes: the one place where pages ask. Filters of dates narrow the window
 * of periods once they rest, all others the papers. The dataset's own rows answer until the engine is there. While it is in use,
 * charts show the unit of its window unless a visitor has chosen one. To be made while a component is set up.
 */
export class ThemeFindings {
	readonly #dashboard: DashboardState;
	readonly #answer = new Answer<TrendRows>();
	readonly #dates: Rested<Dates>;

	constructor(dashboard: DashboardState) {
		this.#dashboard = dashboard;
		this.#dates = new Rested<Dates>(
			() => dashboard.filters.date?.range ?? null,
			(dates) => `${dates?.from}..${dates?.to}`
		);
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
	/** Of the present rows. */
	readonly #remembered = $derived.by(() => {
		const [rows, span, trends] = [this.rows, this.#dashboard.site.span, new Lru<Trends>(kept)];
		return (date: Dates, unit: TrendUnit | null) =>
			trends.get(`${date?.from}..${date?.to} ${unit}`, () => themeTrends(rows, span, { date, unit }));
	});
	readonly trends: Trends = $derived.by(() => this.#remembered(this.#dates.value, this.#chosen));
	/** The trends are not those of what is asked for yet: its dates, or rows that the engine is asked for. */
	readonly pending: boolean = $derived.by(
		() => this.#dates.isMoving || (this.#answer.pending && this.#dashboard.engine.running !== null)
	);
	readonly #unit = $derived.by(() => (this.trends.kind === 'tested' ? this.trends.window.unit : null));
	/** What the window was chosen by, for what is looked at beside the themes: at their unit. */
	readonly options: WindowOptions = $derived.by(() => ({
		date: this.#dates.value,
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
