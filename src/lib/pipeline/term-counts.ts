import type { CandidateTerms } from './label-terms.ts';
import type { TreeNode } from './model.ts';

/** What a node's papers hold: parallel arrays over the terms that occur, by ascending term id. */
export interface TermCounts {
	readonly papers: number;
	/** Term occurrences, pairs not counted. */
	readonly words: number;
	readonly terms: Int32Array;
	/** Occurrences. */
	readonly frequency: Int32Array;
	/** Papers. */
	readonly documents: Int32Array;
}

function countPapers(candidates: CandidateTerms, papers: readonly number[], stems: number): TermCounts {
	const frequency = new Map<number, number>();
	const documents = new Map<number, number>();
	const lastPaper = new Map<number, number>();
	let words = 0;
	for (const paper of papers) {
		candidates.visit(paper, (term) => {
			if (term < stems) words++;
			frequency.set(term, (frequency.get(term) ?? 0) + 1);
			if (lastPaper.get(term) === paper) return;
			lastPaper.set(term, paper);
			documents.set(term, (documents.get(term) ?? 0) + 1);
		});
	}
	const terms = Int32Array.from(frequency.keys()).sort();
	return {
		papers: papers.length,
		words,
		terms,
		frequency: terms.map((term) => frequency.get(term) as number),
		documents: terms.map((term) => documents.get(term) as number)
	};
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
export function countTerms(
	candidates: CandidateTerms,
	stems: number,
	leafId: Int16Array,
	nodes: readonly TreeNode[]
): TermCounts[] {
	const members: number[][] = nodes.map(() => []);
	leafId.forEach((leaf, paper) => members[leaf]?.push(paper));
	const counts: TermCounts[] = [];
	for (const [id, { children }] of nodes.entries()) {
		const [first, second] = children.map((child) => counts[child]);
		counts.push(first && second ? merge(first, second) : countPapers(candidates, members[id] ?? [], stems));
	}
	return counts;
}
