import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

import { unaccented } from '../../base/fold.ts';
import { longestWord } from './scan.ts';

function isEnglish(word: string): boolean {
	for (let i = 0; i < word.length; i++) {
		const code = word.charCodeAt(i);
		if (code < 97 || code > 122) return false;
	}
	return true;
}

/**
 * Stem of a lower-cased word: Porter's where it is written in a to z alone, else the word itself, as is one too long
 * for any text. Porter's takes time that grows with the square of the letters and more.
 */
export function stem(word: string): string {
	return word.length <= longestWord && isEnglish(word) ? porter.stem(word) : word;
}

/** A stem as the search index has it: that of the word without accents, so that "naïve" and "naive" are one. */
export function indexStem(stemmed: string): string {
	const bare = unaccented(stemmed);
	return bare === stemmed ? stemmed : stem(bare);
}
