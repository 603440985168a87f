import type { SparseMatrix } from '../space/sparse.ts';

/** Share of the usual cohesion below which a theme is a leftover. */
const loose = 0.75;

/**
 * How much the papers of each group have in common: the length of the mean of their rows, 0 to 1 for rows of unit
 * length; 0 for an empty group. Words count here as they stand, so that papers which no directions set apart, and
 * which therefore point the same way in a reduced space, are told from papers that share their words.
 * @param papers papers x terms, rows of unit length
 * @param groups group of each paper, 0 to count - 1
 */
export function rowCohesions(papers: SparseMatrix, groups: ArrayLike<number>, count: number): Float64Array {
	const { rows, columns, offsets, indices, values } = papers;
	const sums = new Float64Array(count * columns);
	const sizes = new Float64Array(count);
	for (let paper = 0; paper < rows; paper++) {
		const group = groups[paper] as number;
		sizes[group] = (sizes[group] as number) + 1;
		for (let at = offsets[paper] as number; at < (offsets[paper + 1] as number); at++) {
			const place = group * columns + (indices[at] as number);
			sums[place] = (sums[place] as number) + (values[at] as number);
		}
	}
	return sizes.map((size, group) => {
		let squared = 0;
		for (let at = group * columns; at < (group + 1) * columns; at++)
			squared += (sums[at] as number) * (sums[at] as number);
		return size === 0 ? 0 : Math.sqrt(squared) / size;
	});
}

/** The groups that have far less in common than the median group, ascending: what no other group would have. */
export function leftoversAmong(cohesions: Float64Array): number[] {
	const usual = cohesions.slice().sort()[Math.floor(cohesions.length / 2)] ?? 0;
	return Array.from(cohesions.keys()).filter((group) => (cohesions[group] as number) < loose * usual);
}
