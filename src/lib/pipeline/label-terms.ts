import { breakId, type TokenisedPapers } from './tokens.ts';

/**
 * The candidate terms of labels: stems, and pairs of stems that stand next to each other. Ids below
 * `stems.length` are stems; the pairs follow.
 */
export interface CandidateTerms {
	readonly count: number;
	/** The two stems of each pair, by term id minus the number of stems. */
	readonly pairs: readonly (readonly [number, number])[];
	/** Papers of the sample that hold each term. */
	readonly documentFrequency: Int32Array;
	/** Occurrences in the sample. */
	readonly frequency: Int32Array;
	/** Calls back with the id of each kept term of a paper, one call for each occurrence. */
	visit(paper: number, found: (term: number) => void): void;
}

/** Calls back with the stems of a paper in order, and `breakId` where a phrase cannot run on. */
function visitStems(tokens: TokenisedPapers, paper: number, found: (stem: number) => void): void {
	const end = tokens.offsets[paper + 1] as number;
	for (let at = tokens.offsets[paper] as number; at < end; at++) {
		const surface = tokens.surfaceIds[at] as number;
		found(surface === breakId ? breakId : (tokens.stemOfSurface[surface] as number));
	}
}

/** Calls back with each pair of adjacent stems of a paper. */
function visitPairs(
	tokens: TokenisedPapers,
	paper: number,
	found: (first: number, second: number) => void
): void {
	let previous = breakId;
	visitStems(tokens, paper, (stem) => {
		if (previous !== breakId && stem !== breakId && stem !== previous) found(previous, stem);
		previous = stem;
	});
}

function stemFrequencies(tokens: TokenisedPapers): Int32Array {
	const papers = tokens.offsets.length - 1;
	const frequency = new Int32Array(tokens.stems.length);
	const seenIn = new Int32Array(tokens.stems.length).fill(-1);
	for (let paper = 0; paper < papers; paper++) {
		visitStems(tokens, paper, (stem) => {
			if (stem === breakId || seenIn[stem] === paper) return;
			seenIn[stem] = paper;
			frequency[stem] = (frequency[stem] as number) + 1;
		});
	}
	return frequency;
}

/** Ids of the pairs that stand in at least `minDf` papers, by first stem x number of stems + second stem. */
function frequentPairs(tokens: TokenisedPapers, stemDf: Int32Array, minDf: number): Map<number, number> {
	const papers = tokens.offsets.length - 1;
	const stems = tokens.stems.length;
	const counts = new Map<number, number>();
	const inPaper = new Set<number>();
	for (let paper = 0; paper < papers; paper++) {
		inPaper.clear();
		visitPairs(tokens, paper, (first, second) => {
			if ((stemDf[first] as number) >= minDf && (stemDf[second] as number) >= minDf)
				inPaper.add(first * stems + second);
		});
		for (const key of inPaper) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const kept = [...counts].filter(([, df]) => df >= minDf).map(([key]) => key);
	kept.sort((a, b) => a - b);
	return new Map(kept.map((key, index) => [key, stems + index]));
}

/** Finds the stems and pairs of stems of a sample; pairs stand in at least `minDf` papers. */
export function candidateTerms(tokens: TokenisedPapers, minDf: number): CandidateTerms {
	const stems = tokens.stems.length;
	const ids = frequentPairs(tokens, stemFrequencies(tokens), minDf);
	const count = stems + ids.size;
	const documentFrequency = new Int32Array(count);
	const frequency = new Int32Array(count);

	function visit(paper: number, found: (term: number) => void): void {
		visitStems(tokens, paper, (stem) => {
			if (stem !== breakId) found(stem);
		});
		visitPairs(tokens, paper, (first, second) => {
			const id = ids.get(first * stems + second);
			if (id !== undefined) found(id);
		});
	}

	const seenIn = new Int32Array(count).fill(-1);
	for (let paper = 0; paper < tokens.offsets.length - 1; paper++) {
		visit(paper, (term) => {
			frequency[term] = (frequency[term] as number) + 1;
			if (seenIn[term] === paper) return;
			seenIn[term] = paper;
			documentFrequency[term] = (documentFrequency[term] as number) + 1;
		});
	}
	const pairs = [...ids.keys()].map((key): [number, number] => [Math.floor(key / stems), key % stems]);
	return { count, pairs, documentFrequency, frequency, visit };
}
