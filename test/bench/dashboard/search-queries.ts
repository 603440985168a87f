import { randomSource } from '../../support/random.ts';
import { firstTopicalRank, ZipfVocabulary } from '../zipf-vocabulary.ts';

/** The rarest word and phrase that are searched for: some eight papers of 10,000 hold them. */
const [lastWord, lastPhrase] = [10_000, 1000];

/**
 * Searches of generated papers by kind, always the same: words and phrases that from a fifth of the papers down to one
 * in a thousand hold, rare and common ones alike.
 */
export function searchQueries(count: number): Record<'word' | 'two words' | 'phrase', string[]> {
	const vocabulary = new ZipfVocabulary();
	const random = randomSource(11);
	const between = (first: number, last: number) => Math.floor(first * Math.pow(last / first, random()));
	const word = () => vocabulary.word(between(firstTopicalRank, lastWord));
	const queries = (make: () => string) => Array.from({ length: count }, make);
	return {
		word: queries(word),
		'two words': queries(() => `${word()} ${word()}`),
		phrase: queries(() => `"${vocabulary.phrase(between(3, lastPhrase))}"`)
	};
}
