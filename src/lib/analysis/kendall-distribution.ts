const significance = 0.05;

/**
 * Exact distribution of Kendall's score s over all orders of values with the given ties. A score is the number
 * of untied pairs less twice the inversions, and inversions of a sequence with repeated values are counted by
 * Gaussian multinomial coefficients (MacMahon 1916).
 *
 * @param ties how often each distinct value occurs; at most some twenty values in all
 * @returns two-sided p of `s`, and the smallest |s| that is significant at 5 % (infinite when none is)
 */
export function exactDistribution(ties: readonly number[], s: number): { p: number; critical: number } {
	const orders = inversionCounts(ties);
	const untied = orders.length - 1;
	const all = orders.reduce((sum, count) => sum + count, 0);
	const atLeast = (size: number) =>
		orders.reduce(
			(sum, count, inversions) => sum + (Math.abs(untied - 2 * inversions) >= size ? count : 0),
			0
		) / all;
	let critical = Infinity;
	for (let size = untied; size > 0 && atLeast(size) <= significance; size -= 2) critical = size;
	return { p: atLeast(Math.abs(s)), critical };
}

/** Number of sequences by their inversions: coefficients of the Gaussian multinomial. */
function inversionCounts(ties: readonly number[]): number[] {
	let counts = [1];
	let placed = 0;
	for (const tied of ties) {
		for (let copy = 1; copy <= tied; copy++) {
			counts = timesOneMinusPower(counts, placed + copy);
			counts = dividedByOneMinusPower(counts, copy);
		}
		placed += tied;
	}
	return counts;
}

/** Coefficients of a polynomial times 1 - q^power. */
function timesOneMinusPower(polynomial: readonly number[], power: number): number[] {
	return Array.from(
		{ length: polynomial.length + power },
		(_, degree) => (polynomial[degree] ?? 0) - (polynomial[degree - power] ?? 0)
	);
}

/** Coefficients of a polynomial divided by 1 - q^power, which must leave no remainder. */
function dividedByOneMinusPower(polynomial: readonly number[], power: number): number[] {
	const quotient: number[] = [];
	for (let degree = 0; degree < polynomial.length - power; degree++) {
		quotient.push((polynomial[degree] as number) + (quotient[degree - power] ?? 0));
	}
	return quotient;
}
