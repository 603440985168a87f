import type { CorpusOptions } from '../corpus/pass/open.ts';
import type { WordRules } from '../words/word-rules.ts';
import type { BuildOptions } from '../pipeline/build.ts';
import { defaultOptions, type PipelineOptions } from '../pipeline/options.ts';

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

export function corpusOptions({ keepDuplicates, year, columns }: BuildChoices): CorpusOptions {
	return { keepDuplicates, columns, ...(year === null ? {} : { year }) };
}

export function buildOptions(choices: BuildChoices): BuildOptions {
	return { pipeline: { ...defaultOptions, ...themeChoices(choices) } };
}
