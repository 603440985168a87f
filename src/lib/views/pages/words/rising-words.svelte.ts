import { untrack } from 'svelte';

import { wordTrends } from '../../../analysis/trends/word-trends.ts';
import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import { termFilters } from '../../../queries/filters/filters.ts';
import type { TrendRows } from '../../../queries/cells/trend-rows.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import type { ThemeFindings } from '../../parts/findings/theme-findings.svelte.ts';
import { halvesOf, likelyTerms, risingOf, themeTerms, type ThemeTerm } from './rising.ts';

/** The terms that rise, and how many were looked at to find them. */
export interface Rising {
	words: readonly string[];
	compared: number;
}

/**
 * The terms of themes whose share surely rises: those that the later half of the papers uses most beyond the earlier, as
 * far as a test over all periods agrees. Looked for while nobody has asked for words. To be made while a component is set up.
 */
export class RisingWords {
	readonly #dashboard: DashboardState;
	readonly #findings: ThemeFindings;
	readonly #answer = new Answer<Rising>();

	constructor(dashboard: DashboardState, findings: ThemeFindings) {
		this.#dashboard = dashboard;
		this.#findings = findings;
		$effect(() => {
			const question = this.#question;
			untrack(() => (question === null ? this.#answer.clear() : this.#ask()));
			return () => this.#answer.clear();
		});
	}

	/** `null` while words are asked for, and where there is no window to look at. */
	readonly #question = $derived.by(() => {
		const { filters, settings } = this.#dashboard;
		const { trends } = this.#findings;
		if (settings.terms.length > 0 || trends.kind !== 'tested') return null;
		const { unit, from, to } = trends.window;
		return JSON.stringify([formatFilters(filters), unit, from, to]);
	});
	readonly value = $derived.by(() => this.#answer.value);
	readonly pending = $derived.by(() => this.#answer.pending);
	/** No test can tell whether words rise; not known before the page itself is at work, which may be asked for words. */
	readonly cannot = $derived.by(() => {
		const { trends, pending } = this.#findings;
		return this.#dashboard.engine.running !== null && !pending && trends.kind !== 'tested';
	});

	#ask(): void {
		const { filters, site } = this.#dashboard;
		const { trends, options } = this.#findings;
		const halves = trends.kind === 'tested' ? halvesOf(trends.window, filters) : null;
		if (!halves) return this.#answer.clear();
		void this.#answer.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			const texts = themeTerms(site);
			const stems = await reader.stemsOf(texts, signal);
			const all = texts.map((search, place): ThemeTerm => ({ search, stems: stems[place]! }));
			const compared = await reader.compareTerms(halves.early, halves.late, signal);
			const likely = likelyTerms(all, compared);
			const rows: { id: number; rows: TrendRows }[] = [];
			for (const [id, { search }] of likely.entries())
				rows.push({ id, rows: await reader.trendRows(termFilters(filters, search), signal) });
			const everything = await reader.trendRows(filters, signal);
			const tested = wordTrends(everything, rows, site.span, { ...options, themes: filters.themes });
			return { words: risingOf(likely, tested, all.length), compared: all.length };
		});
	}
}
