import type { TokenisedPapers } from './tokens.ts';

/** Every n-th paper of a sample, by place, so that no more than `most` are left; all where there are no more. */
export function thinned(papers: number, most: number): Int32Array {
	const kept = Math.min(papers, most);
	return Int32Array.from({ length: kept }, (_, i) => Math.floor((i * papers) / kept));
}

/** The tokens of some of the papers; numbering stays. */
export function takePapers(tokens: TokenisedPapers, papers: Int32Array): TokenisedPapers {
	const { offsets, surfaceIds, tieIds, languages } = tokens;
	if (papers.length === languages.length) return tokens;
	const places = new Int32Array(papers.length + 1);
	for (const [i, paper] of papers.entries()) {
		places[i + 1] = (places[i] as number) + (offsets[paper + 1] as number) - (offsets[paper] as number);
	}
	const length = places[papers.length] as number;
	const [ids, ties] = [new Int32Array(length), new Uint8Array(length)];
	for (const [i, paper] of papers.entries()) {
		ids.set(surfaceIds.subarray(offsets[paper], offsets[paper + 1]), places[i]);
		ties.set(tieIds.subarray(offsets[paper], offsets[paper + 1]), places[i]);
	}
	return {
		...tokens,
		offsets: places,
		surfaceIds: ids,
		tieIds: ties,
		languages: Uint8Array.from(papers, (paper) => languages[paper] as number)
	};
}
