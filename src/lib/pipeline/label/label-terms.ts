import { PairSketch, PairTable } from './pair-table.ts';
import { breakId, type TokenisedPapers, stemDocuments } from '../text/tokens.ts';

/**
 * The candidate terms of labels: stems, and phrases of two or three stems that stand next to each other. Ids below
 * `stems` are stems, the phrases follow.
 */
export interface CandidateTerms {
	readonly count: number;
	readonly stems: number;
	/** Stems of a term, one to three. */
	stemsOf(term: number): readonly number[];
	/** Words of a term, one to three: of a term with synonyms those of its name. */
	lengthOf(term: number): number;
	/** For one, two and three words the term that begins at each token of `surfaceIds`, -1 where there is none. */
	readonly startingAt: readonly Int32Array[];
}

const mostWords = 3;

/** The usable stem of each token, -1 for breaks and other stems. */
function stemsAt({ surfaceIds, stemOfSurface }: TokenisedPapers, usable: Uint8Array): Int32Array {
	const stems = new Int32Array(surfaceIds.length).fill(-1);
	for (let at = 0; at < surfaceIds.length; at++) {
		const surface = surfaceIds[at] as number;
		if (surface === breakId) continue;
		const stem = stemOfSurface[surface] as number;
		if (usable[stem] === 1) stems[at] = stem;
	}
	return stems;
}

/** The same without terms that have synonyms and several words: they are phrases already, and part of no other. */
function linkableAt(stemAt: Int32Array, lengths: Uint8Array): Int32Array {
	const hasPhrases = lengths.some((length) => length > 1);
	return hasPhrases ? stemAt.map((stem) => (lengths[stem] === 1 ? stem : -1)) : stemAt;
}

/** Counts, in fixed memory, the terms that the terms of one length make with the stem behind them. */
function sketchLonger(offsets: Int32Array, terms: Int32Array, stems: Int32Array, words: number): PairSketch {
	const sketch = new PairSketch();
	for (let paper = 0; paper + 1 < offsets.length; paper++) {
		const end = (offsets[paper + 1] as number) - words;
		for (let at = offsets[paper] as number; at < end; at++) {
			const term = terms[at] as number;
			const next = stems[at + words] as number;
			if (term >= 0 && next >= 0 && next !== stems[at + words - 1]) sketch.add(term, next);
		}
	}
	return sketch;
}

interface Longer {
	table: PairTable;
	/** Papers that hold each pair of the table. */
	documents: number[];
	/** The pair of the table that begins at each token, -1 where there is none. */
	pairAt: Int32Array;
}

function findLonger(
	offsets: Int32Array,
	terms: Int32Array,
	stems: Int32Array,
	words: number,
	minDf: number
): Longer {
	const sketch = sketchLonger(offsets, terms, stems, words);
	const table = new PairTable();
	const documents: number[] = [];
	const lastPaper: number[] = [];
	const pairAt = new Int32Array(terms.length).fill(-1);
	for (let paper = 0; paper + 1 < offsets.length; paper++) {
		const end = (offsets[paper + 1] as number) - words;
		for (let at = offsets[paper] as number; at < end; at++) {
			const term = terms[at] as number;
			const next = stems[at + words] as number;
			if (term < 0 || next < 0 || next === stems[at + words - 1]) continue;
			if (sketch.atMost(term, next) < minDf) continue;
			const pair = table.add(term, next);
			pairAt[at] = pair;
			if (pair === documents.length) {
				documents.push(1);
				lastPaper.push(paper);
			} else if (lastPaper[pair] !== paper) {
				documents[pair] = (documents[pair] as number) + 1;
				lastPaper[pair] = paper;
			}
		}
	}
	return { table, documents, pairAt };
}

/**
 * Finds the stems and phrases of a sample that stand in at least `minDf` papers.
 * @param excluded by stem: 1 where it must not be part of a term
 * @param pause called between chunks of work
 */
export async function candidateTerms(
	tokens: TokenisedPapers,
	minDf: number,
	excluded: Uint8Array,
	pause: () => Promise<void> = () => Promise.resolve()
): Promise<CandidateTerms> {
	const usable = Uint8Array.from(stemDocuments(tokens), (documents, stem) =>
		documents >= minDf && excluded[stem] === 0 ? 1 : 0
	);
	const stems = tokens.stems.length;
	const stemAt = stemsAt(tokens, usable);
	const lengths = Uint8Array.from(tokens.stems, (stem) => Math.min(mostWords, stem.split(' ').length));
	const linkAt = linkableAt(stemAt, lengths);
	const startingAt = [stemAt];
	const phrases: number[][] = [];
	const stemsOf = (term: number) => (term < stems ? [term] : (phrases[term - stems] ?? []));
	for (let words = 1; words < mostWords; words++) {
		await pause();
		const { table, documents, pairAt } = findLonger(
			tokens.offsets,
			words === 1 ? linkAt : (startingAt[words - 1] as Int32Array),
			linkAt,
			words,
			minDf
		);
		const idOf = new Int32Array(table.size).fill(-1);
		for (let pair = 0; pair < table.size; pair++) {
			if ((documents[pair] as number) < minDf) continue;
			const longer = [...stemsOf(table.firsts[pair] as number), table.seconds[pair] as number];
			idOf[pair] = stems + phrases.push(longer) - 1;
		}
		for (let at = 0; at < pairAt.length; at++) {
			const pair = pairAt[at] as number;
			if (pair >= 0) pairAt[at] = idOf[pair] as number;
		}
		startingAt.push(pairAt);
	}
	const lengthOf = (term: number) => lengths[term] ?? stemsOf(term).length;
	return { count: stems + phrases.length, stems, stemsOf, lengthOf, startingAt };
}

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
