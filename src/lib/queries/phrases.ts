import type { KeyedWord, WordKeys } from './word-keys.ts';

/** The places at which a phrase begins among the words of a text. */
export function phraseStarts(words: readonly KeyedWord[], phrase: readonly string[]): number[] {
	const starts: number[] = [];
	for (let start = 0; start + phrase.length <= words.length; start++) {
		const follows = phrase.every((key, offset) => {
			const word = words[start + offset];
			return word?.key === key && !(offset > 0 && word.apart);
		});
		if (follows) starts.push(start);
	}
	return starts;
}

/** Whether each of the phrases stands in at least one of the texts, as it is or with other forms of its terms. */
export function holdPhrases(
	keys: WordKeys,
	texts: readonly string[],
	phrases: readonly (readonly string[])[]
): boolean {
	const words = texts.flatMap((text) => keys.readings(text));
	return phrases.every((phrase) => words.some((some) => phraseStarts(some, phrase).length > 0));
}
