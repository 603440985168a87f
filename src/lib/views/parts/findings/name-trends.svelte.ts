import { untrack } from 'svelte';

import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import { termFilters } from '../../../queries/filters/filters.ts';
import { asksNothing } from '../../../queries/search/search-query.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { searchRulesOf } from '../../../words/word-rules.ts';
import { ownName } from '../themes/name-words.ts';
import { namesThatDiffer, type NameTerm } from './name-words.ts';
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

	/** The terms that themes are named by; none of a name that somebody has typed. */
	readonly #wanted = $derived.by(() => {
		const named = this.#dashboard.themes.filter(({ themeId }) => this.#themes().includes(themeId));
		return named.flatMap((theme) =>
			(ownName(theme)?.terms ?? []).map((term) => ({
				themeId: theme.themeId,
				term: term.replaceAll('"', ' ')
			}))
		);
	});
	readonly #question = $derived.by(() => {
		const filters = { ...this.#dashboard.filters, themes: [], date: null, dated: [] };
		return JSON.stringify([formatFilters(filters), this.#wanted]);
	});
	/** By theme, what its words do otherwise; nothing of themes whose words agree or are not known yet. */
	readonly words: ReadonlyMap<number, string> = $derived.by(() => {
		const terms = this.#answer.value;
		const { trends } = this.#findings;
		return terms && trends.kind === 'tested' ? namesThatDiffer(trends, terms) : none;
	});

	#ask(): void {
		const { filters } = this.#dashboard;
		const wanted = this.#wanted;
		void this.#answer.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			const rules = searchRulesOf(reader.manifest);
			const known = wanted.filter(({ term }) => !asksNothing(`"${term}"`, rules));
			const found: NameTerm[] = [];
			for (const [id, one] of known.entries()) {
				const rows = await reader.trendRows(termFilters(filters, `"${one.term}"`), signal);
				found.push({ id, ...one, rows });
			}
			return found;
		});
	}
}
