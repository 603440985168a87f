import { untrack } from 'svelte';

import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import { termFilters } from '../../../queries/filters/term-filters.ts';
import { parseSearch } from '../../../queries/search/search-query.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { searchRulesOf } from '../../../words/word-rules.ts';
import { namesThatDiffer, termsOfName, type NameTerm } from './name-words.ts';
import type { ThemeFindings } from './theme-findings.svelte.ts';

const none: ReadonlyMap<number, string> = new Map();

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
		return terms && trends.kind === 'tested' ? namesThatDiffer(trends, terms) : none;
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
