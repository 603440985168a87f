import type { CorpusOptions } from '../corpus/open.ts';
import type { BuildOptions } from '../pipeline/build.ts';
import { defaultOptions, type PipelineOptions } from '../pipeline/options.ts';

/** What a visitor may choose about a build. */
export interface Wishes extends Pick<
	PipelineOptions,
	'themes' | 'seed' | 'weighting' | 'stopWords' | 'stability'
> {
	keepDuplicates: boolean;
	/** Year of a page that prints dates without one. */
	year: number | null;
	/** What columns hold that are not named as usual: field names by column names. */
	columns: Readonly<Record<string, string>>;
}

const { themes, seed, weighting, stopWords, stability } = defaultOptions;
/** What a build does when nobody asks for anything. */
export const usualWishes: Wishes = {
	...{ themes, seed, weighting, stopWords, stability },
	keepDuplicates: false,
	year: null,
	columns: {}
};

export function corpusOptions({ keepDuplicates, year, columns }: Wishes): CorpusOptions {
	return { keepDuplicates, columns, ...(year === null ? {} : { year }) };
}

export function buildOptions(wishes: Wishes): BuildOptions {
	const { themes, seed, weighting, stopWords, stability } = wishes;
	return { pipeline: { ...defaultOptions, themes, seed, weighting, stopWords, stability } };
}
