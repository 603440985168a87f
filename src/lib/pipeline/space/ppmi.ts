import { log } from '../../base/math.ts';
import type { SparseMatrix } from './sparse.ts';

/** Entries weighed between two pauses: some tens of milliseconds. */
const entriesPerPause = 5e5;

function rowSums({ rows, offsets, values }: SparseMatrix): Float64Array {
	const sums = new Float64Array(rows);
	for (let row = 0; row < rows; row++) {
		for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
			sums[row] = (sums[row] as number) + (values[at] as number);
		}
	}
	return sums;
}

/**
 * Positive pointwise mutual information of words and their contexts, ln(p(w, c) / (p(w) p'(c))) where it is above
 * 0, with the distribution of contexts raised to 3/4 (Levy, Goldberg and Dagan 2015).
 * @param counts words x contexts, symmetric
 * @param pause called between chunks of work
 */
export async function positiveInformation(
	counts: SparseMatrix,
	pause: () => Promise<void> = () => Promise.resolve()
): Promise<SparseMatrix> {
	const sums = rowSums(counts);
	const smoothed = sums.map((sum) => Math.sqrt(sum) * Math.sqrt(Math.sqrt(sum)));
	const total = smoothed.reduce((all, value) => all + value, 0);
	const { rows } = counts;
	const offsets = new Int32Array(rows + 1);
	const indices = new Int32Array(counts.indices.length);
	const values = new Float32Array(counts.indices.length);
	let length = 0;
	let weighed = 0;
	for (let row = 0; row < rows; row++) {
		weighed += (counts.offsets[row + 1] as number) - (counts.offsets[row] as number);
		if (weighed > entriesPerPause) {
			weighed = 0;
			await pause();
		}
		for (let at = counts.offsets[row] as number; at < (counts.offsets[row + 1] as number); at++) {
			const context = counts.indices[at] as number;
			const expected = (sums[row] as number) * ((smoothed[context] as number) / total);
			const information = log((counts.values[at] as number) / expected);
			if (information <= 0) continue;
			indices[length] = context;
			values[length++] = information;
		}
		offsets[row + 1] = length;
	}
	return {
		rows,
		columns: counts.columns,
		offsets,
		indices: indices.slice(0, length),
		values: values.slice(0, length)
	};
}
