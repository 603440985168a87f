import type { CandidateTerms } from './label-terms.ts';
import type { TreeNode } from '../model.ts';

/** Nodes between two pauses. */
const nodesPerPause = 16;

/** What a node's papers hold: parallel arrays over the terms that occur, by ascending term id. */
export interface TermCounts {
	readonly papers: number;
	/** Occurrences of single stems. */
	readonly words: number;
	readonly terms: Int32Array;
	/** Occurrences. */
	readonly frequency: Int32Array;
	/** Papers. */
	readonly documents: Int32Array;
}

/** Counts the terms of some papers; its arrays have room for every term and are empty between uses. */
class PaperCounter {
	readonly #candidates: CandidateTerms;
	readonly #offsets: Int32Array;
	readonly #frequency: Int32Array;
	readonly #documents: Int32Array;
	readonly #lastPaper: Int32Array;

	constructor(candidates: CandidateTerms, offsets: Int32Array) {
		this.#candidates = candidates;
		this.#offsets = offsets;
		this.#frequency = new Int32Array(candidates.count);
		this.#documents = new Int32Array(candidates.count);
		this.#lastPaper = new Int32Array(candidates.count).fill(-1);
	}

	count(papers: readonly number[]): TermCounts {
		const seen: number[] = [];
		let words = 0;
		for (const [index, terms] of this.#candidates.startingAt.entries()) {
			for (const paper of papers) {
				const found = this.#add(paper, terms, seen);
				if (index === 0) words += found;
			}
		}
		const terms = Int32Array.from(seen).sort();
		const result = {
			papers: papers.length,
			words,
			terms,
			frequency: terms.map((term) => this.#frequency[term] as number),
			documents: terms.map((term) => this.#documents[term] as number)
		};
		for (const term of seen) {
			this.#frequency[term] = this.#documents[term] = 0;
			this.#lastPaper[term] = -1;
		}
		return result;
	}

	/** Adds the terms of one length of a paper; gives their number. */
	#add(paper: number, terms: Int32Array, seen: number[]): number {
		const [frequency, documents, lastPaper] = [this.#frequency, this.#documents, this.#lastPaper];
		const end = this.#offsets[paper + 1] as number;
		let found = 0;
		for (let at = this.#offsets[paper] as number; at < end; at++) {
			const term = terms[at] as number;
			if (term < 0) continue;
			found++;
			frequency[term] = (frequency[term] as number) + 1;
			if (lastPaper[term] === paper) continue;
			lastPaper[term] = paper;
			if (documents[term] === 0) seen.push(term);
			documents[term] = (documents[term] as number) + 1;
		}
		return found;
	}
}

function merge(a: TermCounts, b: TermCounts): TermCounts {
	const terms = new Int32Array(a.terms.length + b.terms.length);
	const frequency = new Int32Array(terms.length);
	const documents = new Int32Array(terms.length);
	let length = 0;
	let i = 0;
	let j = 0;
	while (i < a.terms.length || j < b.terms.length) {
		const first = a.terms[i] ?? Infinity;
		const second = b.terms[j] ?? Infinity;
		terms[length] = first < second ? first : second;
		if (first <= second) {
			frequency[length] = a.frequency[i] as number;
			documents[length] = a.documents[i++] as number;
		}
		if (second <= first) {
			frequency[length] = (frequency[length] as number) + (b.frequency[j] as number);
			documents[length] = (documents[length] as number) + (b.documents[j++] as number);
		}
		length++;
	}
	return {
		papers: a.papers + b.papers,
		words: a.words + b.words,
		terms: terms.slice(0, length),
		frequency: frequency.slice(0, length),
		documents: documents.slice(0, length)
	};
}

/** Term counts of every node of the tree, leaves from their papers, inner nodes from their children. */
export async function countTerms(
	candidates: CandidateTerms,
	offsets: Int32Array,
	leafId: Int16Array,
	nodes: readonly TreeNode[],
	pause: () => Promise<void> = () => Promise.resolve()
): Promise<TermCounts[]> {
	const counter = new PaperCounter(candidates, offsets);
	const members: number[][] = nodes.map(() => []);
	leafId.forEach((leaf, paper) => members[leaf]?.push(paper));
	const counts: TermCounts[] = [];
	for (const [id, { children }] of nodes.entries()) {
		if (id % nodesPerPause === 0) await pause();
		const [first, second] = children.map((child) => counts[child]);
		counts.push(first && second ? merge(first, second) : counter.count(members[id] ?? []));
	}
	return counts;
}
