import { logistic, logit } from './logit-fit.ts';

/** Papers of several kinds in the tested periods, and all papers in them. */
export interface TestedCounts {
	/** Places on the axis, ascending. */
	readonly places: readonly number[];
	/** All papers in each tested period. */
	readonly papers: readonly number[];
	/** Papers of each kind in each tested period. */
	readonly kinds: readonly (readonly number[])[];
}

/** Above this a period would count as hardly more than one paper. */
const mostCorrelated = 0.5;

/**
 * How alike papers of one period are beyond their trend: rho of the Dirichlet-multinomial, under which the share in
 * a period of n papers varies as m (1 - m) (1 + (n - 1) rho) / n. A moment estimate pooled over kinds as a ratio of
 * sums (Weir and Hill 2002): each period is compared with what its neighbours say, on a straight line of logits, so
 * that what changes slowly does not count. Since corpora grow out of few venues into many, each period has its own,
 * from as many periods around it as the number of kinds asks for.
 *
 * @returns for each tested period, 0 to 0.5; all 0 with fewer than three
 */
export function correlations(tested: TestedCounts): number[] {
	const periods = tested.places.length;
	const local = Array.from({ length: Math.max(0, periods - 2) }, (_, order) => excessAt(tested, order + 1));
	const reach = Math.max(fewestAround, Math.ceil(enoughSquares / tested.kinds.length / 2));
	return tested.places.map((_, at) => {
		let [excess, information] = [0, 0];
		for (const [order, one] of local.entries()) {
			const distance = Math.abs(order + 1 - at) / (reach + 1);
			const weight = Math.max(0, 1 - distance * distance);
			excess += weight * one.excess;
			information += weight * one.information;
		}
		return information > 0 ? Math.min(mostCorrelated, Math.max(0, excess / information)) : 0;
	});
}

/** Squared differences that an estimate rests on, and periods on either side that it takes at least. */
const [enoughSquares, fewestAround] = [100, 3];

/** By how much squares at a period are larger than sampling explains, and what rho is to be multiplied by for it. */
function excessAt(
	{ places, papers, kinds }: TestedCounts,
	at: number
): { excess: number; information: number } {
	const [before, after] = [at - 1, at + 1];
	const right = (places[at]! - places[before]!) / (places[after]! - places[before]!);
	const left = 1 - right;
	let [squares, spread] = [0, 0];
	for (const counts of kinds) {
		const level = (place: number) => logit((counts[place]! + 0.5) / (papers[place]! + 1));
		const expected = logistic(left * level(before) + right * level(after));
		const off = counts[at]! / papers[at]! - expected;
		squares += off * off;
		spread += expected * (1 - expected);
	}
	const sampling = 1 / papers[at]! + (left * left) / papers[before]! + (right * right) / papers[after]!;
	return {
		excess: squares / spread - sampling,
		information: 1 + left * left + right * right - sampling
	};
}

/** How many independent papers each period counts as: n / (1 + (n - 1) rho). */
export function effectivePapers(papers: readonly number[], rho: readonly number[]): number[] {
	return papers.map((n, place) => n / (1 + (n - 1) * rho[place]!));
}

/**
 * Correlation of residuals of one tested period with the next, over the pairs that stand side by side on the axis;
 * what fitting takes away in white noise, one part in T for each of `parameters`, is given back (Kendall 1954).
 */
export function neighbourCorrelation(
	places: readonly number[],
	residuals: readonly number[],
	parameters: number
): number {
	let [products, squares, pairs] = [0, 0, 0];
	for (const [i, residual] of residuals.entries()) {
		squares += residual * residual;
		if (i === 0 || places[i]! - places[i - 1]! !== 1) continue;
		products += residual * residuals[i - 1]!;
		pairs++;
	}
	if (pairs === 0 || squares === 0) return 0;
	return (products / pairs / squares) * residuals.length + parameters / residuals.length;
}
