import { folded, unaccented } from '../../base/fold.ts';
import type { SearchRules } from '../../words/word-rules.ts';
import { TermTree } from '../../pipeline/terms/term-tree.ts';
import { formsOf, Terms, termStem } from '../../pipeline/terms/terms.ts';
import { clauseEnds } from '../../pipeline/text/characters.ts';
import { createTokeniser, searchStem } from '../../pipeline/terms/tokenise.ts';
import { breakId, type Tokeniser } from '../../pipeline/text/tokens.ts';

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
const stop = new RegExp(`[${clauseEnds}]`, 'u');

/** Tells capital letters of the alphabet from small ones. */
const caseBit = 32;

/** Whether a word begins with a plain letter that is none of these: neither stemming nor case changes it. */
function isOther(word: string, initials: ReadonlySet<number>): boolean {
	const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
	// A mark that follows would make the first letter another one.
	return first < 128 && !(second >= 0x300) && !initials.has(first | caseBit);
}

/** Whether a sentence or a clause ends between two words. */
function isStop(text: string, from: number, to: number): boolean {
	const isSpace = to === from + 1 && text.charCodeAt(from) === 32;
	return !isSpace && stop.test(text.slice(from, to));
}

/** Finds the words of texts as searches know them. Remembers every word, so one is used for many texts. */
export class WordKeys {
	readonly #rules: SearchRules;
	readonly #tokeniser: Tokeniser;
	readonly #known = new Map<string, { key: string; stemmed: boolean }>();
	readonly #terms: Terms;
	readonly #hasTerms: boolean;
	/** Stems of terms by the words of their forms. */
	readonly #tree = new TermTree<string>();

	/** @param rules those that searches of the corpus follow */
	constructor(rules: SearchRules) {
		this.#rules = rules;
		this.#tokeniser = createTokeniser(rules, { keep: true });
		this.#terms = new Terms(rules);
		this.#hasTerms = rules.synonyms.length > 0;
		for (const forms of rules.synonyms.map(formsOf)) {
			const stem = searchStem(termStem(forms[0] as string), rules);
			for (const form of forms) this.#tree.add(this.#termKeys(form, this.of(form)), stem);
		}
	}

	/**
	 * The words of a text in their order; where there are synonyms, also with terms in the place of their forms.
	 * @param wanted the only keys that matter
	 */
	readings(text: string, wanted?: readonly string[]): KeyedWord[][] {
		// A synonym may begin with any letter.
		if (!this.#hasTerms) return [this.of(text, wanted)];
		const words = this.of(text);
		return [words, this.#withTerms(text, words)];
	}

	#withTerms(text: string, words: readonly KeyedWord[]): KeyedWord[] {
		const keys = this.#termKeys(text, words);
		const merged: KeyedWord[] = [];
		for (let at = 0; at < words.length;) {
			const first = words[at] as KeyedWord;
			const inOne = (length: number) => !words.slice(at + 1, at + length).some(({ apart }) => apart);
			const found = this.#tree.at(keys, at).findLast(({ length }) => length > 1 && inOne(length));
			const last = words[at + (found?.length ?? 1) - 1] as KeyedWord;
			merged.push(found ? { ...first, key: found.value, stemmed: true, to: last.to } : first);
			at += found?.length ?? 1;
		}
		return merged;
	}

	#termKeys(text: string, words: readonly KeyedWord[]): string[] {
		return words.map(({ from, to }) => this.#terms.keyOf(text.slice(from, to)));
	}

	/**
	 * The words of a text in their order.
	 * @param wanted the only keys that matter: words that cannot have one of them are given an empty key
	 */
	of(text: string, wanted?: readonly string[]): KeyedWord[] {
		const initials = wanted && new Set(wanted.map((key) => key.charCodeAt(0) | caseBit));
		const found: KeyedWord[] = [];
		let end = 0;
		words.lastIndex = 0;
		for (let match = words.exec(text); match; match = words.exec(text)) {
			const { 0: run, index } = match;
			let apart = isStop(text, end, index);
			end = index + run.length;
			if (initials && isOther(run, initials)) {
				found.push({ key: '', stemmed: false, from: index, to: end, apart });
				continue;
			}
			for (const { from, to } of piecesOf(run)) {
				const { key, stemmed } = this.#keyOf(run.slice(from, to));
				found.push({ key, stemmed, from: index + from, to: index + to, apart });
				apart = false;
			}
		}
		return found;
	}

	#keyOf(piece: string): { key: string; stemmed: boolean } {
		const before = this.#known.get(piece);
		if (before) return before;
		const { stems, stemOfSurface } = this.#tokeniser;
		const found = [...this.#tokeniser.tokenise({ title: piece, abstract: '' })]
			.filter((id) => id !== breakId)
			.map((id) => searchStem(stems[stemOfSurface[id] as number] as string, this.#rules));
		const [first] = found;
		const lower = folded(piece).toLowerCase();
		const other = this.#rules.accents === 'apart' ? lower : unaccented(lower);
		const known = { key: first ?? other, stemmed: first !== undefined };
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
