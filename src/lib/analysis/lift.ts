import { exp } from '../base/math.ts';
import { z95 } from './wilson.ts';

/** How much more often something holds in one group than in another. */
export interface Lift {
	/** Share in the first group over the share in the second; with halves added to all counts where one is 0. */
	lift: number;
	/** Lower end of its 95 % interval. */
	atLeast: number;
}

/**
 * Ratio of two shares with the lower end of its interval on the logarithmic scale (Katz, Baptista, Azen and Pike 1978).
 * Where nothing holds in one group, a half is added to each count (Pettigrew, Gart and Thomas 1986).
 *
 * @param first how often it holds among `firstAll`, at most as many
 * @param second the same for the other group
 */
export function liftOf(first: number, firstAll: number, second: number, secondAll: number): Lift {
	const more = first === 0 || second === 0 ? 0.5 : 0;
	const [a, n, b, m] = [first + more, firstAll + more, second + more, secondAll + more];
	const lift = a / n / (b / m);
	const error = Math.sqrt(1 / a - 1 / n + 1 / b - 1 / m);
	return { lift, atLeast: lift * exp(-z95 * error) };
}

interface Split {
	term: string;
	inside: number;
	rest: number;
}

export type LiftedTerm<T> = T & Lift;

/** A lift that chance alone does not give, and that is worth a word. */
const worth = 1.5;

/**
 * Terms that stand in a larger share of some papers than of the others, by how much larger it is at least, with 95 %
 * confidence; equal ones by name.
 *
 * @param inside papers of the group, and `rest` those of the others
 * @param count terms at most
 */
export function liftedTerms<T extends Split>(
	terms: readonly T[],
	{ inside, rest }: { inside: number; rest: number },
	count: number
): LiftedTerm<T>[] {
	if (inside === 0 || rest === 0) return [];
	return terms
		.map((term) => ({ ...term, ...liftOf(term.inside, inside, term.rest, rest) }))
		.filter(({ atLeast }) => atLeast >= worth)
		.sort((a, b) => b.atLeast - a.atLeast || (a.term < b.term ? -1 : 1))
		.slice(0, count);
}
