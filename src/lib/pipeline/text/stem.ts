import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

function isEnglish(word: string): boolean {
	for (let i = 0; i < word.length; i++) {
		const code = word.charCodeAt(i);
		if (code < 97 || code > 122) return false;
	}
	return true;
}

/** Stem of a lower-cased word: Porter's where it is written in a to z alone, else the word itself. */
export function stem(word: string): string {
	return isEnglish(word) ? porter.stem(word) : word;
}
