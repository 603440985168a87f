import { untrack } from 'svelte';

import { distinguishingTerms, type Distinguishing } from '../../../analysis/distinguishing-terms.ts';
import type { TermUse } from '../../../queries/comparison/side-terms.ts';
import type { SideCounts } from '../../../queries/cells/side-counts.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { formatSide, type Sides } from '../../../state/side-syntax.ts';
import { openedSides } from './examples.ts';

/** A term that one side uses more, and how it is written. */
export type SideTerm = Distinguishing<TermUse> & { label: string };

export interface ComparedTerms {
	/** Papers on both sides. */
	both: number;
	/** Terms of fewer papers take no part. */
	least: number;
	first: SideTerm[];
	second: SideTerm[];
}

/** Terms shown for each side. */
const shown = 15;

/** Fetches what two sides hold, their counts first. To be made while a component is set up. */
export class Comparison {
	readonly #dashboard: DashboardState;
	readonly counts = new Answer<{ first: SideCounts; second: SideCounts }>();
	readonly terms = new Answer<ComparedTerms>();

	constructor(dashboard: DashboardState) {
		this.#dashboard = dashboard;
		$effect(() => {
			void [this.#question, dashboard.arrangement];
			untrack(() => this.ask());
			return () => {
				this.counts.clear();
				this.terms.clear();
			};
		});
	}

	/** What is compared, whether it was asked for or not. */
	readonly sides: Sides = $derived.by(() =>
		openedSides(this.#dashboard.settings.sides, this.#dashboard.site)
	);
	/** Both sides hold the same papers: there is nothing to compare. */
	readonly same: boolean = $derived.by(() => {
		const { a, b } = this.sides;
		return formatSide(a) === formatSide(b);
	});
	readonly #question = $derived.by(() => {
		const { a, b } = this.sides;
		return [formatSide(a), formatSide(b), this.#dashboard.unit].join('\n');
	});

	ask(): void {
		if (this.same) {
			this.counts.clear();
			return this.terms.clear();
		}
		const { a, b } = this.sides;
		const { unit } = this.#dashboard;
		void this.counts.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			const [first, second] = [
				await reader.sideCounts(a, unit, signal),
				await reader.sideCounts(b, unit, signal)
			];
			return { first, second };
		});
		void this.terms.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			const { both, least, terms, ...papers } = await reader.compareTerms(a, b, signal);
			const { first, second } = distinguishingTerms(terms, [papers.first, papers.second], shown);
			const forms = await reader.readableStems(
				[...first, ...second].map(({ term }) => term),
				signal
			);
			const named = (term: Distinguishing<TermUse>) => ({
				...term,
				label: forms.get(term.term) ?? term.term
			});
			return { both, least, first: first.map(named), second: second.map(named) };
		});
	}
}
