import { functionWordOf, functionWords } from './languages.ts';
import { indexStem, stem } from './stem.ts';

let known: Map<string, number> | null = null;

function maskOfStems(): Map<string, number> {
	const masks = new Map<string, number>();
	for (const [word, mask] of functionWords) {
		const stemmed = indexStem(stem(word));
		masks.set(stemmed, (masks.get(stemmed) ?? 0) | mask);
	}
	return masks;
}

/** The languages, beside English, that have a function word of this stem in the search index: bit n for language n. */
export function functionStemOf(stemmed: string): number {
	known ??= maskOfStems();
	return known.get(stemmed) ?? functionWordOf(stemmed);
}
