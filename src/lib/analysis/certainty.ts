/** How sure a claim is, by its adjusted p-value: below 0.01, 0.05, 0.2, or not. */
export type Certainty = 'very sure' | 'fairly sure' | 'not sure' | 'no sign';

export function certaintyOf(p: number): Certainty {
	return p < 0.01 ? 'very sure' : p < 0.05 ? 'fairly sure' : p < 0.2 ? 'not sure' : 'no sign';
}

/** A probability in a table: `<0.001`, `0.013`, `0.42`. */
export function formatP(p: number): string {
	return p < 0.001 ? '<0.001' : p.toFixed(p < 0.1 ? 3 : 2);
}
