import { foldedWords, shortestPlural } from './fold.ts';

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

interface Pattern {
	readonly term: number;
	/** Word ids, the last one left out, from the last but one to the first. */
	readonly before: readonly number[];
}

/**
 * Finds which of some terms texts hold, as `foldedWords` reads them: whole words, hyphen and plural folded. It reads
 * plain texts letter by letter and makes no string of them.
 */
export class TermMatcher {
	readonly #ids = new Map<string, number>();
	readonly #words: string[] = [''];
	/** Ids of words by their hash; plain words only. */
	readonly #byHash = new Map<number, number[]>();
	/** Whether any of their hashes has these bits: hardly a word of a text has. */
	readonly #mayHold = new Uint8Array(hashMask + 1);
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
		// What a part that is not plain had is met again, and has been found already.
		for (const part of parts) {
			const before = this.#length;
			if (this.#scan(part)) continue;
			this.#length = before;
			for (const word of foldedWords(part)) this.#meet(this.#ids.get(word) ?? 0);
		}
		return this.#found;
	}

	/** Reads a plain text; answers whether it is one. */
	#scan(text: string): boolean {
		let begin = -1;
		let [hash, shorter, last, before] = [start, start, 0, 0];
		for (let at = 0; at <= text.length; at++) {
			const code = at < text.length ? text.charCodeAt(at) : 0;
			const letter = code < 128 ? (letters[code] as number) : 0;
			if (letter !== 0) {
				if (begin < 0) begin = at;
				shorter = hash;
				hash = extend(hash, letter);
				before = last;
				last = letter;
				continue;
			}
			if (!isGap(code)) return false;
			if (begin < 0) continue;
			const isPlural = last === smallS && before !== smallS && at - begin >= shortestPlural;
			this.#meet(this.#wordAt(text, begin, isPlural ? at - 1 : at, isPlural ? shorter : hash));
			begin = -1;
			hash = start;
			last = 0;
		}
		return true;
	}

	#wordAt(text: string, begin: number, end: number, hash: number): number {
		if (this.#mayHold[hash & hashMask] === 0) return 0;
		for (const id of this.#byHash.get(hash) ?? []) {
			const word = this.#words[id] as string;
			if (word.length !== end - begin) continue;
			let at = 0;
			while (at < word.length && letters[text.charCodeAt(begin + at)] === word.charCodeAt(at)) at++;
			if (at === word.length) return id;
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
		this.#byHash.set(hash, [...(this.#byHash.get(hash) ?? []), id]);
		return id;
	}
}
