import type { CandidateTerms } from './label-terms.ts';
import { breakId, isTight, type TokenisedPapers } from './tokens.ts';

/** What the sample shows of each candidate term, by term id; and the terms of each paper. */
export interface TermStatistics {
	readonly papers: number;
	/** Occurrences. */
	readonly frequency: Int32Array;
	/** Papers. */
	readonly documents: Int32Array;
	/** Occurrences that no word precedes in their phrase. */
	readonly initial: Int32Array;
	/** Occurrences that no word follows in their phrase. */
	readonly final: Int32Array;
	/** Occurrences that stand alone in their phrase. */
	readonly alone: Int32Array;
	/** Occurrences that a hyphen ties to a word outside the term. */
	readonly tied: Int32Array;
	/** Where each paper's terms begin in `terms` and `counts`; papers + 1 entries. */
	readonly offsets: Int32Array;
	/** The distinct terms of the papers. */
	readonly terms: Int32Array;
	/** Occurrences of each of `terms` in its paper. */
	readonly counts: Int32Array;
}

/** The distinct terms of papers with their counts, paper after paper. */
class PaperTerms {
	length = 0;
	terms = new Int32Array(1 << 16);
	counts = new Int32Array(1 << 16);
	readonly #placeOf: Int32Array;

	constructor(terms: number) {
		this.#placeOf = new Int32Array(terms).fill(-1);
	}

	/** Counts an occurrence in the paper whose terms begin at `start`; whether it is the paper's first. */
	add(term: number, start: number): boolean {
		const place = this.#placeOf[term] as number;
		if (place >= start) {
			this.counts[place] = (this.counts[place] as number) + 1;
			return false;
		}
		if (this.length === this.terms.length) this.#grow();
		this.#placeOf[term] = this.length;
		this.terms[this.length] = term;
		this.counts[this.length++] = 1;
		return true;
	}

	#grow(): void {
		const [terms, counts] = [this.terms, this.counts];
		this.terms = new Int32Array(terms.length * 2);
		this.terms.set(terms);
		this.counts = new Int32Array(terms.length * 2);
		this.counts.set(counts);
	}
}

function increment(counts: Int32Array, at: number): void {
	counts[at] = (counts[at] as number) + 1;
}

/** Counts candidate terms over a sample. */
export function termStatistics(candidates: CandidateTerms, tokens: TokenisedPapers): TermStatistics {
	const { surfaceIds, tieIds, ties } = tokens;
	const papers = tokens.offsets.length - 1;
	const counter = () => new Int32Array(candidates.count);
	const counts = { frequency: counter(), documents: counter(), initial: counter(), final: counter() };
	const [alone, tied] = [counter(), counter()];
	const offsets = new Int32Array(papers + 1);
	const store = new PaperTerms(candidates.count);
	const tight = Uint8Array.from(ties, (tie) => (isTight(tie) ? 1 : 0));
	for (let paper = 0; paper < papers; paper++) {
		const begin = tokens.offsets[paper] as number;
		const end = tokens.offsets[paper + 1] as number;
		const start = offsets[paper] as number;
		candidates.visit(paper, (term, first, last) => {
			increment(counts.frequency, term);
			if (store.add(term, start)) increment(counts.documents, term);
			const isInitial = first === begin || surfaceIds[first - 1] === breakId;
			const isFinal = last + 1 === end || surfaceIds[last + 1] === breakId;
			if (isInitial) increment(counts.initial, term);
			if (isFinal) increment(counts.final, term);
			if (isInitial && isFinal) increment(alone, term);
			const tiedBefore = !isInitial && tight[tieIds[first] as number] === 1;
			if (tiedBefore || (!isFinal && tight[tieIds[last + 1] as number] === 1)) increment(tied, term);
		});
		offsets[paper + 1] = store.length;
	}
	const terms = store.terms.slice(0, store.length);
	return { papers, ...counts, alone, tied, offsets, terms, counts: store.counts.slice(0, store.length) };
}
