import { folded } from '../../base/fold.ts';
import { kindOf, kindOfPair, kinds } from './characters.ts';

/** Words of so many letters or more lose their plural's "s". */
export const shortestPlural = 4;

/** A lower-case word without the "s" of a plural: `models` and `model` are one, `analysis` and `bias` lose theirs too. */
export function foldWord(word: string): string {
	const isPlural = word.length >= shortestPlural && word.endsWith('s') && !word.endsWith('ss');
	return isPlural ? word.slice(0, -1) : word;
}

const runs = /[\p{L}\p{N}]+/gu;

/** Whether a character belongs to a script that puts no spaces between words. */
function isUnspaced(character: string): boolean {
	const code = character.charCodeAt(0);
	const kind = character.length > 1 ? kindOfPair(code, character.charCodeAt(1)) : kindOf(code);
	return kind === kinds.unspaced;
}

/** Runs that hold no character of such a script. */
const plain = /^[0-9A-Za-z\u00c0-\u02ff]*$/;

/** The words of a run of letters and digits: itself, and every character of a script without spaces by itself. */
function addWords(run: string, words: string[]): void {
	if (plain.test(run)) {
		words.push(foldWord(run));
		return;
	}
	let word = '';
	for (const character of run) {
		if (!isUnspaced(character)) {
			word += character;
			continue;
		}
		if (word !== '') words.push(foldWord(word));
		word = '';
		words.push(character);
	}
	if (word !== '') words.push(foldWord(word));
}

/**
 * The words of a text as names are looked for in it: lower case, letters and digits in their plain
 * forms and plurals as one, hyphens and every other sign a gap. "Large-Language Models" is `large`, `language`, `model`.
 */
export function foldedWords(text: string): string[] {
	const lower = folded(text).toLowerCase();
	const words: string[] = [];
	for (const run of lower.match(runs) ?? []) addWords(run, words);
	return words;
}
