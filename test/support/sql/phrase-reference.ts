import { noRules } from '../../../src/lib/words/word-rules.ts';
import { createTokeniser } from '../../../src/lib/pipeline/terms/tokenise.ts';
import { bareStem } from './reference.ts';

const tokeniser = createTokeniser({ ...noRules, stopWords: ['banned'] }, { keep: true });

function stemOf(word: string): string {
	const [id] = tokeniser.tokenise({ title: word, abstract: '' });
	return tokeniser.stems[tokeniser.stemOfSurface[id ?? -1] ?? -1] ?? word.toLowerCase();
}

export const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** A word as searches compare it: by its stem, or as it is where they know none. */
export function stemOrWord(word: string): string {
	const known = stems.get(word) ?? bareStem(stemOf(word));
	stems.set(word, known);
	return known;
}

const stems = new Map<string, string>();

/** Whether words with the stems of a phrase follow each other in a sentence of a text, word by word. */
export function follows(text: string, phrase: readonly string[]): boolean {
	const keys = phrase.map(stemOrWord);
	return text
		.split(/[.!?;:]/)
		.map((sentence) => wordsOf(sentence).map(stemOrWord))
		.some((stems) => stems.some((_stem, at) => keys.every((key, i) => stems[at + i] === key)));
}
