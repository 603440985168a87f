/**
 * p-values adjusted so that of those below a level, on average at most that share is false, if the tests do not
 * depend on each other in awkward ways (Benjamini and Hochberg 1995). In the order given.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
	return stepUp(pValues, 1);
}

/** The same under any dependence, which costs power (Benjamini and Yekutieli 2001). */
export function benjaminiYekutieli(pValues: readonly number[]): number[] {
	const harmonic = pValues.reduce((sum, _, place) => sum + 1 / (place + 1), 0);
	return stepUp(pValues, harmonic);
}

function stepUp(pValues: readonly number[], penalty: number): number[] {
	const n = pValues.length;
	const order = pValues
		.map((_, place) => place)
		.sort((a, b) => (pValues[b] as number) - (pValues[a] as number));
	const adjusted = new Array<number>(n).fill(1);
	let least = 1;
	for (const [position, place] of order.entries()) {
		least = Math.min(least, ((pValues[place] as number) * n * penalty) / (n - position));
		adjusted[place] = least;
	}
	return adjusted;
}
