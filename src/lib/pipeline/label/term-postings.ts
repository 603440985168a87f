import type { CandidateTerms } from './label-terms.ts';

/** The papers that hold each of the given terms, ascending. */
export async function termPostings(
	{ startingAt, count }: CandidateTerms,
	offsets: Int32Array,
	wanted: ReadonlySet<number>,
	pause: () => Promise<void> = () => Promise.resolve()
): Promise<Map<number, number[]>> {
	const lists: number[][] = [...wanted].map(() => []);
	const slots = new Int32Array(count).fill(-1);
	[...wanted].forEach((term, slot) => (slots[term] = slot));
	for (const terms of startingAt) {
		await pause();
		for (let paper = 0; paper + 1 < offsets.length; paper++) {
			for (let at = offsets[paper] as number; at < (offsets[paper + 1] as number); at++) {
				const term = terms[at] as number;
				if (term < 0 || slots[term] === -1) continue;
				const list = lists[slots[term] as number] as number[];
				if (list[list.length - 1] !== paper) list.push(paper);
			}
		}
	}
	return new Map([...wanted].map((term, slot) => [term, lists[slot] as number[]]));
}
