/** The place of each cell along a dimension, and the number of places. */
export type Dimension = readonly [places: Int32Array, count: number];

/**
 * Sums the papers of the cells that a filter lets pass along two dimensions.
 * @param passing place of each cell along the filter's dimension, and 1 for each place that passes, else 0
 * @returns by place of the first, then of the second dimension
 */
export function sumBy(
	[first, firsts]: Dimension,
	[second, seconds]: Dimension,
	papers: Int32Array,
	[third, passing]: readonly [Int32Array, Uint8Array]
): Float64Array {
	const sums = new Float64Array(firsts * seconds);
	for (let cell = 0; cell < papers.length; cell++) {
		const at = (first[cell] as number) * seconds + (second[cell] as number);
		sums[at] = (sums[at] as number) + (papers[cell] as number) * (passing[third[cell] as number] as number);
	}
	return sums;
}
