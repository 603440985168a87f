import { createTokeniser } from '../pipeline/text/tokenise.ts';
import { breakId, type Tokeniser } from '../pipeline/text/tokens.ts';

/** A word where it stands in a text, or two characters of a script that puts no spaces between words. */
export interface KeyedWord {
	/** The stem that searches know it by, or the word in lower case where they know none: stop words, numbers. */
	key: string;
	/** Whether searches know it by a stem. */
	stemmed: boolean;
	/** Where it begins in the text, and ends. */
	from: number;
	to: number;
	/** A sentence or a clause ends before it, which no phrase runs across. */
	apart: boolean;
}

/** Characters of scripts that put no spaces between words: searches know them in pairs. */
const unspaced = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Myanmar', 'Khmer']
	.map((script) => String.raw`\p{scx=${script}}`)
	.join('');
const words = new RegExp(String.raw`[${unspaced}]+|(?:(?![${unspaced}])[\p{L}\p{N}\p{M}])+`, 'gu');
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u');
const stop = /[.!?;:。！？；：]/u;

/** Finds the words of texts as searches know them. Remembers every word, so one is used for many texts. */
export class WordKeys {
	readonly #tokeniser: Tokeniser;
	readonly #known = new Map<string, { key: string; stemmed: boolean }>();

	/** @param stopWords the stop words that the corpus was built with, beside the built-in ones */
	constructor(stopWords: readonly string[]) {
		this.#tokeniser = createTokeniser(stopWords, { keep: true });
	}

	/** The words of a text in their order. */
	*of(text: string): Generator<KeyedWord> {
		let end = 0;
		for (const { 0: run, index } of text.matchAll(words)) {
			let apart = stop.test(text.slice(end, index));
			for (const { from, to } of piecesOf(run)) {
				const piece = run.slice(from, to);
				yield { ...this.#keyOf(piece), from: index + from, to: index + to, apart };
				apart = false;
			}
			end = index + run.length;
		}
	}

	#keyOf(piece: string): { key: string; stemmed: boolean } {
		const before = this.#known.get(piece);
		if (before) return before;
		const { stems, stemOfSurface } = this.#tokeniser;
		const found = [...this.#tokeniser.tokenise({ title: piece, abstract: '' })]
			.filter((id) => id !== breakId)
			.map((id) => stems[stemOfSurface[id] as number] as string);
		const [first] = found;
		const known = { key: first ?? piece.toLowerCase(), stemmed: first !== undefined };
		this.#known.set(piece, known);
		return known;
	}
}

/** The run itself, or overlapping pairs of its characters where nothing parts its words. */
function piecesOf(run: string): { from: number; to: number }[] {
	if (!startsUnspaced.test(run)) return [{ from: 0, to: run.length }];
	const ends: number[] = [];
	let at = 0;
	for (const character of run) ends.push((at += character.length));
	if (ends.length < 2) return [{ from: 0, to: run.length }];
	return ends.slice(1).map((to, index) => ({ from: ends[index - 1] ?? 0, to }));
}
