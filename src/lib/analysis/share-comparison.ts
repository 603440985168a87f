import { certaintyOf, type Certainty, benjaminiHochberg } from './certainty.ts';
import { shareDifference, type ShareDifference, compareShares } from './newcombe.ts';

/** A kind of papers on two sides. */
export interface ComparedShare {
	id: number;
	first: number;
	second: number;
	/** Second share minus first, with its 95 % interval. */
	change: ShareDifference;
	/** p of the chi-square test with Yates' correction, adjusted over the kinds (Benjamini and Hochberg). */
	adjusted: number;
	certainty: Certainty;
}

/** A difference that is stated as one: at least fairly sure, and its interval clear of none. */
export const isClear = ({ change, certainty }: Pick<ComparedShare, 'change' | 'certainty'>) =>
	(certainty === 'very sure' || certainty === 'fairly sure') && (change.lower > 0 || change.upper < 0);

/**
 * Kinds of papers by how much their shares differ between two sides, the largest difference first.
 *
 * @param first papers of each kind on the first side, by id
 * @param all papers on each side
 * @returns nothing when a side has no papers
 */
export function compareKinds(
	first: ReadonlyMap<number, number>,
	second: ReadonlyMap<number, number>,
	all: readonly [first: number, second: number]
): ComparedShare[] {
	const ids = [...new Set([...first.keys(), ...second.keys()])];
	const counts = ids.map((id) => [first.get(id) ?? 0, second.get(id) ?? 0] as const);
	const adjusted = benjaminiHochberg(counts.map(([one, two]) => compareShares(one, all[0], two, all[1])));
	return ids
		.flatMap((id, place) => {
			const [one, two] = counts[place]!;
			const change = shareDifference(two, all[1], one, all[0]);
			const p = adjusted[place]!;
			return change ? [{ id, first: one, second: two, change, adjusted: p, certainty: certaintyOf(p) }] : [];
		})
		.sort((a, b) => Math.abs(b.change.difference) - Math.abs(a.change.difference) || a.id - b.id);
}
