import type { Keyword } from '../dataset/paper.ts';
import { mixed } from '../base/text-hash.ts';

/** How a sample is drawn. */
export interface Sampling {
	/** Papers, at most. */
	readonly size: number;
	/** UTF-16 units of their titles and abstracts together, at most; one paper is drawn whatever its length. */
	readonly characters: number;
	readonly seed: number;
}

/** A paper's texts and keywords, as far as a sample needs them. */
export interface SampleText {
	readonly title: string;
	readonly abstract: string;
	readonly keywords?: readonly Keyword[];
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

export interface Candidate extends SampleText {
	rank: number;
	/** Number of the record. */
	index: number;
}

/** Candidates beyond the bounds of the sample, as a share of them: some may turn out to be duplicates. */
const spare = 0.25;
/** Candidates that may gather before the worst are dropped, in the same terms. */
const slack = 0.3;

const byRank = (a: Candidate, b: Candidate) => a.rank - b.rank || a.index - b.index;
const lengthOf = ({ title, abstract }: SampleText) => title.length + abstract.length;

/** Those of the lowest ranks that are within the bounds, in the order of their ranks. */
function lowest(candidates: Candidate[], size: number, characters: number): Candidate[] {
	candidates.sort(byRank);
	let count = 0;
	for (let used = 0; count < Math.min(size, candidates.length); count++) {
		used += lengthOf(candidates[count] as Candidate);
		if (used > characters && count > 0) break;
	}
	return candidates.slice(0, count);
}

/** Papers that are candidates for a sample of a size, at most. */
export const mostCandidates = (size: number): number => Math.ceil(size * (1 + spare));

/** Draws a sample while papers stream by; holds little more texts than the sample has. */
export class SampleDraw {
	/** Papers of this rank or above are not drawn. */
	limit = Infinity;
	readonly #sampling: Sampling;
	#candidates: Candidate[] = [];
	#characters = 0;

	constructor(sampling: Sampling) {
		this.#sampling = sampling;
	}

	/** Offers a paper; papers come in ascending order of their numbers. */
	add(rank: number, index: number, { title, abstract, keywords = [] }: SampleText): void {
		if (rank >= this.limit) return;
		this.#candidates.push({ rank, index, title, abstract, keywords });
		this.#characters += title.length + abstract.length;
		const { size, characters } = this.#sampling;
		const bound = (1 + spare) * (1 + slack);
		if (this.#candidates.length > size * bound || this.#characters > characters * bound) this.#prune();
	}

	/** The sample, in input order. It depends on the offered papers alone, and not on when the worst were dropped. */
	finish(isDropped: (index: number) => boolean): SampleText[] {
		this.#prune();
		const { size, characters } = this.#sampling;
		const usable = this.#candidates.filter(({ index }) => !isDropped(index));
		return lowest(usable, size, characters)
			.sort((a, b) => a.index - b.index)
			.map(({ title, abstract, keywords }) => ({ title, abstract, keywords: keywords ?? [] }));
	}

	/** The papers that can still be drawn, those of the lowest ranks first. */
	candidates(): readonly Candidate[] {
		this.#prune();
		return this.#candidates;
	}

	#prune(): void {
		const { size, characters } = this.#sampling;
		this.#candidates = lowest(this.#candidates, mostCandidates(size), characters * (1 + spare));
		this.#characters = this.#candidates.reduce((sum, candidate) => sum + lengthOf(candidate), 0);
		this.limit = this.#candidates.at(-1)?.rank ?? Infinity;
	}
}
