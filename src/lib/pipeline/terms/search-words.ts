import { noRules, type WordRules } from '../../words/word-rules.ts';
import { createTokeniser } from './tokenise.ts';
import { breakId } from '../text/tokens.ts';

/**
 * The distinct stems a search query asks for, in its order, cut exactly as papers are; the forms of a term ask for
 * the term.
 * @param rules those that searches of the corpus follow
 */
export function searchStems(query: string, rules: WordRules = noRules): string[] {
	const tokeniser = createTokeniser(rules, { keep: true });
	const found = new Set<string>();
	for (const id of tokeniser.tokenise({ title: query, abstract: '' })) {
		if (id !== breakId) found.add(tokeniser.stems[tokeniser.stemOfSurface[id] as number] as string);
	}
	return [...found];
}
