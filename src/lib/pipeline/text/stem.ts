import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

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
