import { liftedTerms, type LiftedTerm } from '../../../analysis/lift.ts';
import { restOf } from '../../../queries/cells/side-counts.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import type { TermSplit } from '../../../queries/map/special.ts';
import type { PaperListRow } from '../../../queries/papers/paper-types.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { everywhere, type Sides } from './special-words.ts';

/** Words that stand out, and the papers on either side. */
interface StandingOut {
	readonly inside: number;
	readonly rest: number;
	/** Each with how it is written. */
	readonly terms: readonly (LiftedTerm<TermSplit> & { label: string })[];
}

const mostTerms = 10;
const mostTypical = 5;

/** What is special about the papers in a part of the map, beside all others that pass the other filters. */
export class SpecialAnswer {
	readonly #dashboard: DashboardState;
	readonly counts = new Answer<Sides>();
	readonly terms = new Answer<StandingOut>();
	readonly typical = new Answer<PaperListRow[]>();

	constructor(dashboard: DashboardState) {
		this.#dashboard = dashboard;
	}

	readonly failure = $derived.by(() => this.counts.failure ?? this.terms.failure ?? this.typical.failure);

	/** @param filters with the part of the map that is asked about */
	ask(filters: Filters): void {
		const { unit } = this.#dashboard;
		const use = (signal: AbortSignal) => this.#dashboard.use(signal);
		void this.counts.ask(async (signal) => {
			const reader = await use(signal);
			const inside = await reader.sideCounts(filters, unit, signal);
			return { inside, rest: restOf(await reader.sideCounts(everywhere(filters), unit, signal), inside) };
		});
		void this.terms.ask(async (signal) => {
			const reader = await use(signal);
			const { inside, rest, terms } = await reader.splitTerms(filters, signal);
			const lifted = liftedTerms(terms, { inside, rest }, mostTerms);
			const forms = await reader.readableStems(
				lifted.map(({ term }) => term),
				signal
			);
			return {
				inside,
				rest,
				terms: lifted.map((term) => ({ ...term, label: forms.get(term.term) ?? term.term }))
			};
		});
		void this.typical.ask(async (signal) => (await use(signal)).typical(filters, mostTypical, signal));
	}

	clear(): void {
		for (const answer of [this.counts, this.terms, this.typical]) answer.clear();
	}
}
