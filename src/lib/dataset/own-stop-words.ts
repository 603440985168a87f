import type { Manifest } from './manifest.ts';

/** The stop words that a corpus was built with, beside the built-in ones. */
export function ownStopWords({ parameters }: Pick<Manifest, 'parameters'>): readonly string[] {
	const { stopWords } = parameters;
	return Array.isArray(stopWords) ? stopWords : [];
}
