import type { TermStatistics } from './term-statistics.ts';

/** The papers that hold each of the given terms, ascending. */
export function termPostings(
	{ papers, offsets, terms, documents }: TermStatistics,
	wanted: ReadonlySet<number>
): Map<number, Int32Array> {
	const postings = new Map([...wanted].map((term) => [term, new Int32Array(documents[term] as number)]));
	const lengths = new Int32Array(documents.length);
	for (let paper = 0; paper < papers; paper++) {
		for (let at = offsets[paper] as number; at < (offsets[paper + 1] as number); at++) {
			const term = terms[at] as number;
			const list = postings.get(term);
			if (!list) continue;
			list[lengths[term] as number] = paper;
			lengths[term] = (lengths[term] as number) + 1;
		}
	}
	return postings;
}
