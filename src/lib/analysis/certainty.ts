/**
 * p-values adjusted so that of those below a level, on average at most that share is false, if the tests do not
 * depend on each other in awkward ways (Benjamini and Hochberg 1995). In the order given.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
	const n = pValues.length;
	const order = pValues
		.map((_, place) => place)
		.sort((a, b) => (pValues[b] as number) - (pValues[a] as number));
	const adjusted = new Array<number>(n).fill(1);
	let least = 1;
	for (const [position, place] of order.entries()) {
		least = Math.min(least, ((pValues[place] as number) * n) / (n - position));
		adjusted[place] = least;
	}
	return adjusted;
}

/** How sure a claim is, by its adjusted p-value: below 0.01, 0.05, 0.2, or not. */
export type Certainty = 'very sure' | 'fairly sure' | 'not sure' | 'no sign';

export function certaintyOf(p: number): Certainty {
	return p < 0.01 ? 'very sure' : p < 0.05 ? 'fairly sure' : p < 0.2 ? 'not sure' : 'no sign';
}

/** A probability in a table: `<0.001`, `0.013`, `0.42`. */
export function formatP(p: number): string {
	return p < 0.001 ? '<0.001' : p.toFixed(p < 0.1 ? 3 : 2);
}
