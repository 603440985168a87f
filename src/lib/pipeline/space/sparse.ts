/** Sparse matrix in compressed rows; the columns of a row stand in any order, none twice. */
export interface SparseMatrix {
	readonly rows: number;
	readonly columns: number;
	/** Where each row begins in `indices` and `values`; rows + 1 entries. */
	readonly offsets: Int32Array;
	readonly indices: Int32Array;
	readonly values: Float32Array;
}

/** Counts of the distinct terms of one paper at a time, in order of first appearance. */
export class TermCounter {
	/** Term ids counted so far; the first `size` entries are valid. */
	readonly terms: Int32Array;
	size = 0;
	/** Tokens counted so far. */
	length = 0;
	readonly #counts: Int32Array;

	constructor(terms: number) {
		this.terms = new Int32Array(terms);
		this.#counts = new Int32Array(terms);
	}

	add(term: number): void {
		const count = this.#counts[term] as number;
		if (count === 0) this.terms[this.size++] = term;
		this.#counts[term] = count + 1;
		this.length++;
	}

	countOf(term: number): number {
		return this.#counts[term] as number;
	}

	clear(): void {
		for (let i = 0; i < this.size; i++) this.#counts[this.terms[i] as number] = 0;
		this.size = 0;
		this.length = 0;
	}
}
