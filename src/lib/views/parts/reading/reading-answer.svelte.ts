import { untrack } from 'svelte';

import { formatArrangement } from '../../../themes/syntax.ts';
import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import type { ReadingKind, ReadingLists, ReadingPaper } from '../../../queries/reading/reading-types.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import type { ReadingListEntry } from '../../../state/reading-list.svelte.ts';
import { reasonWords } from './reading-words.ts';

/**
 * What is worth reading among the papers that filters leave, asked anew whenever these or the themes change. To be
 * made while a component is set up.
 */
export class ReadingAnswer extends Answer<ReadingLists> {
	readonly #dashboard: DashboardState;
	readonly #filters: () => Filters;
	readonly #count: number;

	/** @param count papers of each list */
	constructor(dashboard: DashboardState, filters: () => Filters, count: number) {
		super();
		this.#dashboard = dashboard;
		this.#filters = filters;
		this.#count = count;
		$effect(() => {
			if (this.#question !== '') untrack(() => this.retry());
		});
		$effect(() => () => this.clear());
	}

	readonly #question = $derived.by(() =>
		JSON.stringify([formatArrangement(this.#dashboard.arrangement), formatFilters(this.#filters())])
	);

	retry(): void {
		const filters = this.#filters();
		void this.ask(async (signal) =>
			(await this.#dashboard.use(signal)).readingLists(filters, this.#count, signal)
		);
	}

	/** Why a paper is on a list. */
	why(kind: ReadingKind, paper: ReadingPaper): string {
		const basis = this.value?.basis ?? { measure: null, until: null, dated: 0 };
		return reasonWords(kind, paper, basis, (id) => this.#dashboard.labelOf(id));
	}

	/** Papers of a list as they are put on the reading list. */
	entries(kind: ReadingKind, papers: readonly ReadingPaper[]): ReadingListEntry[] {
		return papers.map((paper) => ({
			paperId: paper.paperId,
			title: paper.title || 'Untitled',
			why: this.why(kind, paper)
		}));
	}
}
