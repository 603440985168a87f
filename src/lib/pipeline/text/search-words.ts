import { createTokeniser } from './tokenise.ts';
import { breakId } from './tokens.ts';

/**
 * The distinct stems a search query asks for, in its order, cut exactly as papers are.
 * @param stopWords the stop words that the corpus was built with, beside the built-in ones
 */
export function searchStems(query: string, stopWords: readonly string[] = []): string[] {
	const tokeniser = createTokeniser(stopWords, { keep: true });
	const found = new Set<string>();
	for (const id of tokeniser.tokenise({ title: query, abstract: '' })) {
		if (id !== breakId) found.add(tokeniser.stems[tokeniser.stemOfSurface[id] as number] as string);
	}
	return [...found];
}
