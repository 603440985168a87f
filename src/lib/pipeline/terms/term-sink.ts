import type { Lexicon } from '../text/lexicon.ts';
import type { WordSink } from '../text/scan.ts';
import { breakId } from '../text/tokens.ts';
import { emptyHash, extendHash, WordTable } from '../text/word-table.ts';
import type { Term, Terms } from './terms.ts';

/** How a word is tied to the one before. */
const gaps = { none: 0, hyphen: 1, overlap: 2 } as const;

interface Place {
	start: number;
	end: number;
	hash: number;
	isWord: boolean;
	gap: number;
}

type Found = ReturnType<Terms['tree']['at']>[number];

/** A word as a sink takes it. */
interface Written {
	codes: Uint16Array;
	hash: number;
}

function written(text: string): Written {
	const codes = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
	return { codes, hash: codes.reduce(extendHash, emptyHash) };
}

/**
 * Passes the words of a text on with terms in the place of their forms, and breaks in the place of excluded ones. Of
 * forms that overlap the first counts, and the longest of those that begin at one word.
 */
export class TermSink implements WordSink {
	/** Surface ids that the paper can be searched for beside those that were passed on: words of forms, terms within terms. */
	parts: number[] = [];
	readonly #terms: Terms;
	readonly #content: WordSink;
	readonly #lexicon: Lexicon | null;
	readonly #words = new WordTable();
	/** By word id. */
	readonly #keyOf: string[] = [];
	readonly #written = new Map<string, Written>();
	/** The words since the last stop, and their keys. */
	#codes: Uint16Array = new Uint16Array(0);
	#run: Place[] = [];
	#keys: string[] = [];
	#gap: number = gaps.none;

	/** @param lexicon numbers the parts; without one there are none */
	constructor(terms: Terms, content: WordSink, lexicon: Lexicon | null) {
		this.#terms = terms;
		this.#content = content;
		this.#lexicon = lexicon;
	}

	word(codes: Uint16Array, start: number, end: number, hash: number): void {
		this.#take(codes, { start, end, hash, isWord: true, gap: this.#gap });
	}

	symbol(codes: Uint16Array, start: number, end: number, hash: number): void {
		this.#take(codes, { start, end, hash, isWord: false, gap: this.#gap });
	}

	hyphen(): void {
		this.#gap = gaps.hyphen;
	}

	overlap(): void {
		this.#gap = gaps.overlap;
	}

	stop(): void {
		this.#passRun();
		if (this.#gap === gaps.hyphen) this.#content.hyphen();
		this.#content.stop();
		this.#run = [];
		this.#keys = [];
		this.#gap = gaps.none;
	}

	end(): void {
		this.stop();
		this.#content.end();
	}

	#take(codes: Uint16Array, place: Place): void {
		const id = this.#words.idOf(codes, place.start, place.end, place.hash);
		if (id === this.#keyOf.length) {
			const spelling = String.fromCharCode(...codes.subarray(place.start, place.end));
			this.#keyOf.push(this.#terms.keyOf(spelling));
		}
		this.#codes = codes;
		this.#run.push(place);
		this.#keys.push(this.#keyOf[id] as string);
		this.#gap = gaps.none;
	}

	#passRun(): void {
		let covered = 0;
		for (const [at, place] of this.#run.entries()) {
			const found = this.#terms.tree.at(this.#keys, at);
			const longest = at < covered ? undefined : found.at(-1);
			if (longest) {
				covered = at + longest.length;
				this.#passTerm(longest.value, place.gap);
			} else if (at >= covered) this.#pass(place, at === covered && at > 0);
			if (at < covered && this.#lexicon) this.#keep(place, found, longest?.value, this.#lexicon);
		}
	}

	/** Passes a word on as it is. */
	#pass({ start, end, hash, isWord, gap }: Place, isBehindTerm: boolean): void {
		const content = this.#content;
		if (gap === gaps.hyphen) content.hyphen();
		// What overlaps with a term ties nothing to it.
		else if (gap === gaps.overlap) {
			if (isBehindTerm) content.stop();
			else content.overlap();
		}
		if (isWord) content.word(this.#codes, start, end, hash);
		else content.symbol(this.#codes, start, end, hash);
	}

	#passTerm({ shown, isExcluded }: Term, gap: number): void {
		const content = this.#content;
		if (isExcluded || shown === null || gap === gaps.overlap) content.stop();
		else if (gap === gaps.hyphen) content.hyphen();
		if (isExcluded || shown === null) return;
		const { codes, hash } = this.#writtenAs(shown);
		content.word(codes, 0, codes.length, hash);
	}

	/** Keeps what a place can be searched for beside the term that was passed on for it. */
	#keep(place: Place, found: readonly Found[], passed: Term | undefined, lexicon: Lexicon): void {
		const keep = (codes: Uint16Array, start: number, end: number, hash: number) => {
			const id = lexicon.surfaceOf[lexicon.idOf(codes, start, end, hash)] as number;
			if (id !== breakId) this.parts.push(id);
		};
		for (const { value } of found) {
			if (value.shown === null || (value === passed && !value.isExcluded)) continue;
			const { codes, hash } = this.#writtenAs(value.shown);
			keep(codes, 0, codes.length, hash);
		}
		const isTerm = found[0]?.length === 1 && found[0].value.shown !== null;
		if (place.isWord && !isTerm) keep(this.#codes, place.start, place.end, place.hash);
	}

	#writtenAs(shown: string): Written {
		const known = this.#written.get(shown) ?? written(shown);
		this.#written.set(shown, known);
		return known;
	}
}
