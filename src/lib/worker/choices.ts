import type { CorpusOptions, FileReading } from '../corpus/pass/open.ts';
import type { WordRules } from '../words/word-rules.ts';
import type { BuildOptions } from '../pipeline/build.ts';
import { defaultOptions, type PipelineOptions } from '../pipeline/options.ts';

export { encodings } from '../corpus/bytes/encodings.ts';
export type { FileReading };
export { readExclusions, readSynonyms, TermListError } from '../pipeline/terms/lists.ts';

/** What a visitor may choose about the themes. */
type ThemeChoices = Pick<PipelineOptions, 'themes' | 'seed' | 'weighting' | 'stability' | keyof WordRules>;

/** What a visitor may choose about a build. */
export interface BuildChoices extends ThemeChoices {
	keepDuplicates: boolean;
	/** Year of a page that prints dates without one. */
	year: number | null;
	/** What columns hold that are not named as usual: field names by column names. */
	columns: Readonly<Record<string, string>>;
}

function themeChoices(all: ThemeChoices): ThemeChoices {
	const { themes, seed, weighting, stability, stopWords, language, synonyms, exclusions } = all;
	return { themes, seed, weighting, stability, stopWords, language, synonyms, exclusions };
}

/** What a build does when nobody asks for anything. */
export const usualChoices: BuildChoices = {
	...themeChoices(defaultOptions),
	keepDuplicates: false,
	year: null,
	columns: {}
};

/** @param each what is said of single files, in their order */
export function corpusOptions(
	{ keepDuplicates, year, columns }: BuildChoices,
	each: readonly FileReading[] = []
): CorpusOptions {
	const isSaid = each.some((reading) => Object.keys(reading).length > 0);
	return { keepDuplicates, columns, ...(year === null ? {} : { year }), ...(isSaid ? { each } : {}) };
}

export function buildOptions(choices: BuildChoices): BuildOptions {
	return { pipeline: { ...defaultOptions, ...themeChoices(choices) } };
}
