import { noRules, type WordRules } from '../dataset/word-rules.ts';
import { searchStems } from '../pipeline/text/search-words.ts';
import { WordKeys } from './word-keys.ts';

/** What a search asks of a title and abstract. */
export interface SearchQuery {
	/** Distinct stems that must all occur, those of phrases included. The forms of a term ask for the term. */
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
 * @param rules those that searches of the corpus follow
 */
export function parseSearch(query: string, rules: WordRules = noRules): SearchQuery {
	const keys = new WordKeys(rules);
	const phrases: string[][] = [];
	const rest = query.replace(quoted, (whole, text: string) => {
		const phrase = (keys.readings(text).at(-1) ?? []).map(({ key }) => key);
		if (phrase.length < 2 || searchStems(text, rules).length === 0) return whole;
		phrases.push(phrase);
		return ' ';
	});
	return { stems: searchStems(query, rules), loose: searchStems(rest, rules), phrases };
}
