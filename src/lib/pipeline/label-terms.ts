import { PairSketch, PairTable } from './pair-table.ts';
import { stemDocuments } from './stem-documents.ts';
import { breakId, type TokenisedPapers } from './tokens.ts';

/** Receives each occurrence of a candidate term: tokens first to last of `surfaceIds`. */
export type Found = (term: number, first: number, last: number) => void;

/**
 * The candidate terms of labels: stems, and phrases of two or three stems that stand next to each other. Ids below
 * `stems` are stems, the phrases follow.
 */
export interface CandidateTerms {
	readonly count: number;
	readonly stems: number;
	/** Stems of a term, one to three. */
	stemsOf(term: number): readonly number[];
	/** Calls back for each term of a paper. */
	visit(paper: number, found: Found): void;
}

/** What a phrase grows from: a shorter term and the stem that follows it. */
interface Phrases {
	/** Id of each phrase, by table id; -1 for those too rare. */
	readonly idOf: Int32Array;
	readonly table: PairTable;
}

const mostWords = 3;

class Candidates implements CandidateTerms {
	count: number;
	readonly stems: number;
	readonly #tokens: TokenisedPapers;
	readonly #usable: Uint8Array;
	readonly #levels: Phrases[] = [];
	/** Of each phrase, by term id less the number of stems. */
	readonly #phrases: number[][] = [];

	/** @param usable by stem: 1 where it may be part of a term */
	constructor(tokens: TokenisedPapers, usable: Uint8Array) {
		this.#tokens = tokens;
		this.#usable = usable;
		this.stems = this.count = tokens.stems.length;
	}

	stemsOf(term: number): readonly number[] {
		return term < this.stems ? [term] : (this.#phrases[term - this.stems] ?? []);
	}

	visit(paper: number, found: Found): void {
		this.#grow(paper, this.#levels.length, found);
	}

	/** Adds the phrases that are a word longer than the longest so far and stand in enough papers. */
	lengthen(minDf: number): void {
		const papers = this.#tokens.offsets.length - 1;
		const level = this.#levels.length;
		const sketch = new PairSketch();
		for (let paper = 0; paper < papers; paper++)
			this.#extensions(paper, level, (term, next) => sketch.add(term, next));
		const table = new PairTable();
		const documents: number[] = [];
		const lastPaper: number[] = [];
		for (let paper = 0; paper < papers; paper++) {
			this.#extensions(paper, level, (term, next) => {
				if (sketch.atMost(term, next) < minDf) return;
				const id = table.add(term, next);
				if (lastPaper[id] === paper) return;
				lastPaper[id] = paper;
				documents[id] = (documents[id] ?? 0) + 1;
			});
		}
		this.#keep(table, documents, minDf);
	}

	#keep(table: PairTable, documents: readonly number[], minDf: number): void {
		const idOf = new Int32Array(table.size).fill(-1);
		documents.forEach((df, id) => {
			if (df < minDf) return;
			idOf[id] = this.count++;
			this.#phrases.push([...this.stemsOf(table.firsts[id] as number), table.seconds[id] as number]);
		});
		this.#levels.push({ idOf, table });
	}

	/** Calls back with each longest term of a paper and the stem that follows it. */
	#extensions(paper: number, level: number, found: (term: number, next: number) => void): void {
		const end = this.#tokens.offsets[paper + 1] as number;
		this.#grow(paper, level, (term, first, last) => {
			if (last - first !== level || last + 1 >= end) return;
			const next = this.#stemAt(last + 1);
			if (next >= 0 && next !== this.#stemAt(last)) found(term, next);
		});
	}

	/** Stem of a token, -1 for a break or a stem that is not to be used. */
	#stemAt(at: number): number {
		const surface = this.#tokens.surfaceIds[at] as number;
		if (surface === breakId) return -1;
		const stem = this.#tokens.stemOfSurface[surface] as number;
		return this.#usable[stem] === 1 ? stem : -1;
	}

	#grow(paper: number, levels: number, found: Found): void {
		const end = this.#tokens.offsets[paper + 1] as number;
		for (let first = this.#tokens.offsets[paper] as number; first < end; first++) {
			let term = this.#stemAt(first);
			if (term < 0) continue;
			found(term, first, first);
			for (let level = 0; level < levels && first + level + 1 < end; level++) {
				const next = this.#stemAt(first + level + 1);
				if (next < 0) break;
				const { table, idOf } = this.#levels[level] as Phrases;
				const known = table.find(term, next);
				term = known < 0 ? -1 : (idOf[known] as number);
				if (term < 0) break;
				found(term, first, first + level + 1);
			}
		}
	}
}

/**
 * Finds the stems and phrases of a sample that stand in at least `minDf` papers.
 * @param excluded by stem: 1 where it must not be part of a term
 */
export function candidateTerms(tokens: TokenisedPapers, minDf: number, excluded: Uint8Array): CandidateTerms {
	const usable = Uint8Array.from(stemDocuments(tokens), (documents, stem) =>
		documents >= minDf && excluded[stem] === 0 ? 1 : 0
	);
	const candidates = new Candidates(tokens, usable);
	for (let words = 2; words <= mostWords; words++) candidates.lengthen(minDf);
	return candidates;
}
