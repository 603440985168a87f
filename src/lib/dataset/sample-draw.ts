import { mixed } from './mixed.ts';

/** How a sample is drawn. */
export interface Sampling {
	/** Papers, at most. */
	readonly size: number;
	readonly seed: number;
}

/** A paper's texts, as far as a sample needs them. */
export interface SampleText {
	readonly title: string;
	readonly abstract: string;
}

export interface Sample {
	/** Drawn papers, in input order. */
	papers: SampleText[];
	/** Papers in the whole corpus. */
	total: number;
}

/**
 * A number below 2^53 that is as good as random but always the same for a text and a seed (murmur3's finaliser over
 * both halves). The papers with the lowest ranks are a uniform sample that does not depend on their order.
 * @param key the text's `textKey`
 */
export function rankOf(key: number, seed: number): number {
	const salt = mixed(seed % 4294967296) ^ mixed(Math.floor(seed / 4294967296) ^ 0x9e3779b9);
	const low = mixed((key % 4294967296) ^ salt);
	const high = mixed(Math.floor(key / 4294967296) ^ low ^ 0x243f6a88);
	return (mixed(low ^ high) & 0x1fffff) * 4294967296 + (high >>> 0);
}

interface Candidate extends SampleText {
	rank: number;
	/** Number of the record. */
	index: number;
}

/** Candidates beyond the size of the sample, as a share of it: some may turn out to be duplicates. */
const spare = 0.25;
/** Candidates that may gather before the worst are dropped, in the same terms. */
const slack = 0.3;

const byRank = (a: Candidate, b: Candidate) => a.rank - b.rank || a.index - b.index;

/** Draws a sample while papers stream by; holds little more texts than the sample has. */
export class SampleDraw {
	/** Papers of this rank or above are not drawn. */
	limit = Infinity;
	readonly #size: number;
	readonly #kept: number;
	#candidates: Candidate[] = [];

	constructor({ size }: Sampling) {
		this.#size = size;
		this.#kept = Math.ceil(size * (1 + spare));
	}

	/** Offers a paper; papers come in ascending order of their numbers. */
	add(rank: number, index: number, { title, abstract }: SampleText): void {
		if (rank >= this.limit) return;
		this.#candidates.push({ rank, index, title, abstract });
		if (this.#candidates.length > this.#kept * (1 + slack)) this.#prune();
	}

	/** The sample, in input order. */
	finish(isDropped: (index: number) => boolean): SampleText[] {
		return this.#candidates
			.filter(({ index }) => !isDropped(index))
			.sort(byRank)
			.slice(0, this.#size)
			.sort((a, b) => a.index - b.index)
			.map(({ title, abstract }) => ({ title, abstract }));
	}

	#prune(): void {
		this.#candidates = this.#candidates.sort(byRank).slice(0, this.#kept);
		this.limit = this.#candidates.at(-1)?.rank ?? Infinity;
	}
}
