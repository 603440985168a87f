import { untrack } from 'svelte';

import { wordTrendsBeside, type WordRows } from '../../../analysis/trends/word-trends.ts';
import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import { termFilters } from '../../../queries/filters/term-filters.ts';
import { parseSearch } from '../../../queries/search/search-query.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { searchRulesOf } from '../../../words/word-rules.ts';
import { nameDiffers, termsOfName } from './name-words.ts';
import type { ThemeFindings } from './theme-findings.svelte.ts';

interface NameTerm extends WordRows {
	themeId: number;
	term: string;
}

/**
 * Whether the words in the names of themes do what the themes do. Asks for the papers of each word, so only for
 * themes that somebody looks at. To be made while a component is set up.
 */
export class NameTrends {
	readonly #dashboard: DashboardState;
	readonly #findings: ThemeFindings;
	readonly #themes: () => readonly number[];
	readonly #answer = new Answer<NameTerm[]>();

	constructor(dashboard: DashboardState, findings: ThemeFindings, themes: () => readonly number[]) {
		this.#dashboard = dashboard;
		this.#findings = findings;
		this.#themes = themes;
		$effect(() => {
			void this.#question;
			untrack(() => this.#ask());
			return () => this.#answer.clear();
		});
	}

	readonly #question = $derived.by(() => {
		const filters = { ...this.#dashboard.filters, themes: [], date: null, dated: [] };
		const labels = this.#themes().map((id) => this.#dashboard.labelOf(id));
		return JSON.stringify([formatFilters(filters), labels]);
	});
	/** By theme, what its words do otherwise; nothing of themes whose words agree or are not known yet. */
	readonly words: ReadonlyMap<number, string> = $derived.by(() => {
		const terms = this.#answer.value;
		const { trends } = this.#findings;
		if (!terms || trends.kind !== 'tested') return new Map();
		const { findings } = wordTrendsBeside(trends, terms);
		const said = this.#themes().map((id) => {
			const own = terms.flatMap(({ themeId, term }, order) =>
				themeId === id ? [{ term, finding: findings[order]! }] : []
			);
			const theme = trends.findings.find((finding) => finding.id === id);
			return [id, theme ? nameDiffers(theme, own, trends.window) : null] as const;
		});
		return new Map(said.flatMap(([id, words]) => (words === null ? [] : [[id, words] as const])));
	});

	#ask(): void {
		const { filters } = this.#dashboard;
		const wanted = this.#themes().flatMap((themeId) =>
			termsOfName(this.#dashboard.labelOf(themeId)).map((term) => ({ themeId, term }))
		);
		void this.#answer.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			const rules = searchRulesOf(reader.manifest);
			const known = wanted.filter(({ term }) => parseSearch(`"${term}"`, rules).stems.length > 0);
			const found: NameTerm[] = [];
			for (const [id, one] of known.entries()) {
				const rows = await reader.trendRows(termFilters(filters, `"${one.term}"`), signal);
				found.push({ id, ...one, rows });
			}
			return found;
		});
	}
}
