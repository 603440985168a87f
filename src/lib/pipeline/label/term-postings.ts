import type { CandidateTerms } from './label-terms.ts';

/** The papers that hold each of the given terms, ascending. */
export function termPostings(
	{ startingAt }: CandidateTerms,
	offsets: Int32Array,
	wanted: ReadonlySet<number>
): Map<number, number[]> {
	const postings = new Map<number, number[]>([...wanted].map((term) => [term, []]));
	for (const terms of startingAt) {
		for (let paper = 0; paper + 1 < offsets.length; paper++) {
			for (let at = offsets[paper] as number; at < (offsets[paper + 1] as number); at++) {
				const list = (terms[at] as number) < 0 ? undefined : postings.get(terms[at] as number);
				if (list && list.at(-1) !== paper) list.push(paper);
			}
		}
	}
	return postings;
}
