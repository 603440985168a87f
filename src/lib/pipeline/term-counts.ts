import type { TreeNode } from './model.ts';
import type { TermStatistics } from './term-statistics.ts';

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

/** Room for one count of every term, empty between uses. */
interface Scratch {
	readonly frequency: Int32Array;
	readonly documents: Int32Array;
}

function countPapers(
	{ offsets, terms, counts }: TermStatistics,
	papers: readonly number[],
	stems: number,
	{ frequency, documents }: Scratch
): TermCounts {
	const seen: number[] = [];
	let words = 0;
	for (const paper of papers) {
		for (let at = offsets[paper] as number; at < (offsets[paper + 1] as number); at++) {
			const term = terms[at] as number;
			if (documents[term] === 0) seen.push(term);
			documents[term] = (documents[term] as number) + 1;
			frequency[term] = (frequency[term] as number) + (counts[at] as number);
			if (term < stems) words += counts[at] as number;
		}
	}
	const found = Int32Array.from(seen).sort();
	const result = {
		papers: papers.length,
		words,
		terms: found,
		frequency: found.map((term) => frequency[term] as number),
		documents: found.map((term) => documents[term] as number)
	};
	for (const term of seen) frequency[term] = documents[term] = 0;
	return result;
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

/**
 * Term counts of every node of the tree, leaves from their papers, inner nodes from their children.
 * @param stems term ids below this are single stems
 */
export function countTerms(
	statistics: TermStatistics,
	stems: number,
	leafId: Int16Array,
	nodes: readonly TreeNode[]
): TermCounts[] {
	const terms = statistics.frequency.length;
	const scratch = { frequency: new Int32Array(terms), documents: new Int32Array(terms) };
	const members: number[][] = nodes.map(() => []);
	leafId.forEach((leaf, paper) => members[leaf]?.push(paper));
	const counts: TermCounts[] = [];
	for (const [id, { children }] of nodes.entries()) {
		const [first, second] = children.map((child) => counts[child]);
		counts.push(
			first && second ? merge(first, second) : countPapers(statistics, members[id] ?? [], stems, scratch)
		);
	}
	return counts;
}
