import { corpusParameters } from '../../lib/corpus/pass/parameters.ts';
import type { CorpusOptions } from '../../lib/corpus/pass/open.ts';
import type { BuildOptions } from '../../lib/pipeline/build.ts';
import { defaultOptions, type PipelineOptions } from '../../lib/pipeline/options.ts';
import { oneOf, wholeNumber } from '../arguments.ts';
import { corpusOptionsFrom, readingOptions, readingUsage, type ReadingValues } from './reading-options.ts';
import { wordOptions, wordRulesFrom, wordsUsage, type WordValues } from './word-rules.ts';

/** How papers become themes, as commands that build explain it. */
export const buildUsage = `  --themes auto|N      number of themes (auto)
  --seed N             the same seed gives the same themes (${defaultOptions.seed})
  --weighting NAME     bm25 or tfidf (${defaultOptions.weighting})
  --title TEXT         name of the corpus, where the one it states is not wanted
${wordsUsage}
  --stability          fit the themes ten times more and say how often their papers stay together
${readingUsage}`;

export const buildOptions = {
	themes: { type: 'string', default: 'auto' },
	seed: { type: 'string', default: String(defaultOptions.seed) },
	weighting: { type: 'string', default: defaultOptions.weighting },
	title: { type: 'string' },
	stability: { type: 'boolean', default: false },
	...wordOptions,
	...readingOptions
} as const;

/** Values of these options. */
export type BuildValues = ReadingValues &
	WordValues & {
		themes: string;
		seed: string;
		weighting: string;
		title?: string | undefined;
		stability: boolean;
		strict: boolean;
		report?: string | undefined;
	};

/** What a build does, but for what it reads and where it writes. */
export interface WantedBuild {
	readonly strict: boolean;
	readonly report: string | null;
	readonly corpus: CorpusOptions;
	readonly job: { kind: 'build'; options: BuildOptions };
}

const mostThemes = 5000;

/** @throws UsageError for a value that is none, CommandError for a file that is not there */
export function buildFrom(values: BuildValues): WantedBuild {
	const corpus = corpusOptionsFrom(values);
	const pipeline: PipelineOptions = {
		...defaultOptions,
		themes: values.themes === 'auto' ? 'auto' : wholeNumber('themes', values.themes, 1, mostThemes),
		seed: wholeNumber('seed', values.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
		stability: values.stability,
		weighting: oneOf('weighting', values.weighting, ['bm25', 'tfidf']),
		...wordRulesFrom(values)
	};
	const options: BuildOptions = { pipeline, corpus: corpusParameters(corpus), title: values.title };
	return { corpus, job: { kind: 'build', options }, strict: values.strict, report: values.report ?? null };
}
