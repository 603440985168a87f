import { foldedWords, shortestPlural } from './fold.ts';

const space = 32;
const [digit0, digit9, letterA, letterZ, smallA, smallS, smallZ] = [48, 57, 65, 90, 97, 115, 122];

/** Characters that part words in every text and stay what they are when folded: ASCII signs, dashes, quotes. */
function isGap(code: number): boolean {
	return code < 128 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2030 && code <= 0x203a);
}

/** Lower-case letters and digits by their ASCII code, 0 for signs. */
const letters = Uint8Array.from({ length: 128 }, (_, code) => {
	if (code >= letterA && code <= letterZ) return code + 32;
	return (code >= smallA && code <= smallZ) || (code >= digit0 && code <= digit9) ? code : 0;
});

const start = 0x811c9dc5;
const extend = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193);

/** The bits of a hash that are looked at first. */
const hashMask = 0xffff;

/** A number below 2^15 for the first three letters of a word, 0 behind its end. */
const beginning = (first: number, second: number, third: number) =>
	((first & 31) << 10) | ((second & 31) << 5) | (third & 31);

/** The letter or digit at a place of a text, by its ASCII code in lower case; 0 for anything else, and behind the end. */
function letterAt(text: string, at: number): number {
	const code = at < text.length ? text.charCodeAt(at) : 0;
	return code < 128 ? (letters[code] as number) : 0;
}

/** The first place from one on that is no letter or digit. */
function behindWord(text: string, from: number): number {
	let at = from;
	while (letterAt(text, at) !== 0) at++;
	return at;
}

interface Pattern {
	readonly term: number;
	/** Word ids, the last one left out, from the last but one to the first. */
	readonly before: readonly number[];
}

/**
 * Finds which of some terms texts hold, as `foldedWords` reads them: whole words, hyphen and plural folded. It reads
 * texts letter by letter and makes strings only of what stands between two spaces and is not plain.
 */
export class TermMatcher {
	readonly #ids = new Map<string, number>();
	readonly #words: string[] = [''];
	/** Ids of words by their hash; plain words only. */
	readonly #byHash = new Map<number, number[]>();
	/** Whether any of their hashes has these bits: hardly a word of a text has. */
	readonly #mayHold = new Uint8Array(hashMask + 1);
	/** Whether any of them begins with three letters, by `beginning`: most words of a text do not. */
	readonly #mayBegin = new Uint8Array(1 << 15);
	/** Patterns by their last word. */
	readonly #endings: Pattern[][] = [[]];
	readonly #lastText: Int32Array;
	#text = 0;
	#history = new Int32Array(1024);
	#length = 0;
	#found: number[] = [];

	/** @param terms each with the forms that stand for it */
	constructor(terms: readonly (readonly string[])[]) {
		this.#lastText = new Int32Array(terms.length);
		for (const [term, forms] of terms.entries()) {
			for (const form of forms) {
				const words = foldedWords(form).map((word) => this.#idOf(word));
				const last = words.pop();
				if (last !== undefined) this.#endings[last]?.push({ term, before: words.reverse() });
			}
		}
	}

	/** The terms that a text of several parts holds, each once; valid until the next call. */
	find(...parts: readonly string[]): readonly number[] {
		this.#text++;
		this.#length = 0;
		this.#found = [];
		const length = parts.reduce((sum, part) => sum + part.length, 0);
		if (length > this.#history.length) this.#history = new Int32Array(length);
		for (const part of parts) this.#scan(part);
		return this.#found;
	}

	/** Reads a text from space to space, letter by letter where that is enough. */
	#scan(text: string): void {
		/** Where what stands between spaces begins, and the words before it. */
		let from = 0;
		let before = this.#length;
		for (let at = 0; at < text.length;) {
			const begin = at;
			at = behindWord(text, at);
			const code = at < text.length ? text.charCodeAt(at) : space;
			if (!isGap(code)) {
				// What was met of it is met again, and has been found already.
				this.#length = before;
				at = text.indexOf(' ', at);
				if (at < 0) at = text.length;
				for (const word of foldedWords(text.slice(from, at))) this.#meet(this.#ids.get(word) ?? 0);
				continue;
			}
			if (at > begin) this.#meet(this.#mayHoldFrom(text, begin) ? this.#wordAt(text, begin, at) : 0);
			at++;
			if (code !== space) continue;
			from = at;
			before = this.#length;
		}
	}

	/** Whether any term has a word that begins as a text does at a place. */
	#mayHoldFrom(text: string, begin: number): boolean {
		const second = letterAt(text, begin + 1);
		const third = second === 0 ? 0 : letterAt(text, begin + 2);
		return this.#mayBegin[beginning(letterAt(text, begin), second, third)] === 1;
	}

	/** The word text[begin, end), without the "s" of a plural; 0 for one of no term. */
	#wordAt(text: string, begin: number, end: number): number {
		const isPlural =
			end - begin >= shortestPlural &&
			letterAt(text, end - 1) === smallS &&
			letterAt(text, end - 2) !== smallS;
		const length = isPlural ? end - begin - 1 : end - begin;
		let hash = start;
		for (let at = begin; at < begin + length; at++) hash = extend(hash, letterAt(text, at));
		if (this.#mayHold[hash & hashMask] === 0) return 0;
		for (const id of this.#byHash.get(hash) ?? []) {
			const word = this.#words[id] as string;
			if (word.length !== length) continue;
			let at = 0;
			while (at < length && letterAt(text, begin + at) === word.charCodeAt(at)) at++;
			if (at === length) return id;
		}
		return 0;
	}

	#meet(word: number): void {
		const [history, length] = [this.#history, this.#length];
		history[this.#length++] = word;
		if (word === 0) return;
		for (const { term, before } of this.#endings[word] as Pattern[]) {
			if (this.#lastText[term] === this.#text || before.length > length) continue;
			if (!before.every((id, i) => history[length - 1 - i] === id)) continue;
			this.#lastText[term] = this.#text;
			this.#found.push(term);
		}
	}

	#idOf(word: string): number {
		const known = this.#ids.get(word);
		if (known !== undefined) return known;
		const id = this.#words.push(word) - 1;
		this.#ids.set(word, id);
		this.#endings.push([]);
		let hash = start;
		for (let i = 0; i < word.length; i++) hash = extend(hash, word.charCodeAt(i));
		this.#mayHold[hash & hashMask] = 1;
		const [first = 0, second = 0, third = 0] = Array.from({ length: 3 }, (_, i) => letterAt(word, i));
		this.#mayBegin[beginning(first, second, third)] = 1;
		this.#byHash.set(hash, [...(this.#byHash.get(hash) ?? []), id]);
		return id;
	}
}
