import { log } from '../../base/math.ts';
import { scaleToUnit } from './matrix.ts';
import type { SparseMatrix } from './sparse.ts';

/** Papers that hold a term and are spread over the groups as all papers are, beside those that really hold it. */
const prior = 10;

/**
 * How much each term tells of a paper's group: the square root of the divergence of Kullback and Leibler (1951) of the
 * groups of the papers that hold the term from the groups of all papers, in nats. A term that stands in few papers says
 * little for certain, hence the prior.
 * @param papers papers x terms
 * @param groups group of each paper, 0 to count - 1
 */
export function termEmphasis(papers: SparseMatrix, groups: Int32Array, count: number): Float64Array {
	const { rows, columns, offsets, indices } = papers;
	const sizes = new Float64Array(count);
	const held = new Float64Array(columns);
	const cells = new Float64Array(columns * count);
	for (let paper = 0; paper < rows; paper++) {
		const group = groups[paper] as number;
		sizes[group] = (sizes[group] as number) + 1;
		for (let at = offsets[paper] as number; at < (offsets[paper + 1] as number); at++) {
			const term = indices[at] as number;
			held[term] = (held[term] as number) + 1;
			cells[term * count + group] = (cells[term * count + group] as number) + 1;
		}
	}
	const shares = sizes.map((size) => size / Math.max(1, rows));
	return held.map((papersWith, term) => {
		let divergence = 0;
		for (let group = 0; group < count; group++) {
			const usual = shares[group] as number;
			if (usual === 0) continue;
			const here = ((cells[term * count + group] as number) + prior * usual) / (papersWith + prior);
			divergence += here * log(here / usual);
		}
		return Math.sqrt(Math.max(0, divergence));
	});
}

/** The papers with the weights of their terms multiplied, each row of unit length again (or empty). */
export function emphasise<P extends SparseMatrix>(papers: P, emphasis: Float64Array): P {
	const { rows, offsets, indices } = papers;
	const values = papers.values.map((value, at) => value * (emphasis[indices[at] as number] as number));
	for (let paper = 0; paper < rows; paper++) scaleToUnit(values.subarray(offsets[paper], offsets[paper + 1]));
	return { ...papers, values };
}
