import { twoSidedNormal } from './tails.ts';

export interface CochranArmitage {
	/** Positive when the share rises with time. */
	z: number;
	/** Two-sided. */
	p: number;
}

/**
 * Test for a linear trend in shares, each period weighing as many papers as it has (Cochran 1954, Armitage 1955).
 *
 * @param parts papers of the kind in each period
 * @param wholes all papers in each period
 * @param times scores of the periods
 * @returns `null` when shares cannot differ: none, all, or a single period with papers
 */
export function cochranArmitage(
	parts: readonly number[],
	wholes: readonly number[],
	times: readonly number[]
): CochranArmitage | null {
	const sum = (term: (place: number) => number) => times.reduce((all, _, place) => all + term(place), 0);
	const n = sum((place) => wholes[place] as number);
	const share = sum((place) => parts[place] as number) / n;
	const mean = sum((place) => (wholes[place] as number) * (times[place] as number)) / n;
	const centred = (place: number) => (times[place] as number) - mean;
	const squares = sum((place) => (wholes[place] as number) * centred(place) * centred(place));
	const variance = share * (1 - share) * squares;
	if (!(variance > 0)) return null;
	const z = sum((place) => (parts[place] as number) * centred(place)) / Math.sqrt(variance);
	return { z, p: twoSidedNormal(z) };
}
