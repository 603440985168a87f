import type { KeyedWord, WordKeys } from './word-keys.ts';

function follows(words: readonly KeyedWord[], phrase: readonly string[], start: number): boolean {
	return phrase.every((key, offset) => {
		const word = words[start + offset];
		return word?.key === key && !(offset > 0 && word.apart);
	});
}

/** The places at which a phrase begins among the words of a text. */
export function phraseStarts(words: readonly KeyedWord[], phrase: readonly string[]): number[] {
	const starts: number[] = [];
	for (let start = 0; start + phrase.length <= words.length; start++) {
		if (words[start]?.key === phrase[0] && follows(words, phrase, start)) starts.push(start);
	}
	return starts;
}

/** Whether each of the phrases stands in at least one of the texts, as it is or with other forms of its terms. */
export function holdPhrases(
	keys: WordKeys,
	texts: readonly string[],
	phrases: readonly (readonly string[])[]
): boolean {
	const wanted = phrases.flat();
	const words = texts.flatMap((text) => keys.readings(text, wanted));
	return phrases.every((phrase) => words.some((some) => phraseStarts(some, phrase).length > 0));
}
