import { searchStems } from '../pipeline/text/search-words.ts';
import { WordKeys } from './word-keys.ts';

/** What a search asks of a title and abstract. */
export interface SearchQuery {
	/** Distinct stems that must all occur, those of phrases included. */
	readonly stems: readonly string[];
	/** Stems asked for wherever they stand. */
	readonly loose: readonly string[];
	/** Keys of words that must follow each other, phrase by phrase. */
	readonly phrases: readonly (readonly string[])[];
}

const quoted = /["“”„]([^"“”„]*)["“”]/gu;

/**
 * Reads a search: words, and phrases in quotes. A quote that is not closed counts as none; a phrase of one word is
 * that word; one of stop words alone asks for nothing, as a stop word by itself does.
 *
 * @param stopWords the stop words that the corpus was built with, beside the built-in ones
 */
export function parseSearch(query: string, stopWords: readonly string[] = []): SearchQuery {
	const keys = new WordKeys(stopWords);
	const phrases: string[][] = [];
	const rest = query.replace(quoted, (whole, text: string) => {
		const phrase = [...keys.of(text)].map(({ key }) => key);
		if (phrase.length < 2 || searchStems(text, stopWords).length === 0) return whole;
		phrases.push(phrase);
		return ' ';
	});
	return { stems: searchStems(query, stopWords), loose: searchStems(rest, stopWords), phrases };
}
