import { corpusParameters } from '../../lib/corpus/pass/parameters.ts';
import type { BuildOptions } from '../../lib/pipeline/build.ts';
import { defaultOptions, type PipelineOptions } from '../../lib/pipeline/options.ts';
import { replaceOutput, requireOutputPlace } from '../archive/replace.ts';
import { readArguments, oneOf, wholeNumber } from '../arguments.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { inputPaths } from '../input/input-paths.ts';
import { corpusOptionsFrom, readingOptions, readingUsage } from '../input/reading-options.ts';
import { wordOptions, wordRulesFrom, wordsUsage } from '../input/word-rules.ts';
import { reportPaths } from '../export/report.ts';
import { refuseOverwriting, requireFilePlace } from '../output-place.ts';
import { createProgress } from '../terminal/progress.ts';
import { say } from '../terminal/print.ts';
import { summaryLines } from '../terminal/summary.ts';
import { buildInThread } from '../worker/client.ts';

const usage = `corpuscope build INPUT... [options]

Reads papers, groups them by theme and writes a dataset. An INPUT is a file, a folder (its .txt, .jsonl, .csv, .bib,
.ris, .xml, .zip and similar files), a glob, or - for standard input. Gzip is read as it is.

  --out FOLDER         where the dataset goes (static/dataset); a name that ends in .corpuscope.zip makes it one file
  --themes auto|N      number of themes (auto)
  --seed N             the same seed gives the same themes (${defaultOptions.seed})
  --weighting NAME     bm25 or tfidf (${defaultOptions.weighting})
  --title TEXT         name of the corpus, where the one it states is not wanted
${wordsUsage}
  --stability          fit the themes ten times more and say how often their papers stay together
${readingUsage}
  --help               this text

The dataset takes the place of an older one at once and whole. Ends with 0 when done, 1 when it failed, 2 when called
wrongly.`;

const options = {
	out: { type: 'string', default: 'static/dataset' },
	themes: { type: 'string', default: 'auto' },
	seed: { type: 'string', default: String(defaultOptions.seed) },
	weighting: { type: 'string', default: defaultOptions.weighting },
	title: { type: 'string' },
	stability: { type: 'boolean', default: false },
	...wordOptions,
	...readingOptions
} as const;

const mostThemes = 5000;

function read(args: readonly string[]) {
	const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options });
	if (positionals.length === 0) throw new UsageError(`build needs a file to read.\n\n${usage}`);
	const corpus = corpusOptionsFrom(values);
	const pipeline: PipelineOptions = {
		...defaultOptions,
		themes: values.themes === 'auto' ? 'auto' : wholeNumber('themes', values.themes, 1, mostThemes),
		seed: wholeNumber('seed', values.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
		stability: values.stability,
		weighting: oneOf('weighting', values.weighting, ['bm25', 'tfidf']),
		...wordRulesFrom(values)
	};
	const build: BuildOptions = { pipeline, corpus: corpusParameters(corpus), title: values.title };
	const { out, strict, report = null } = values;
	return {
		inputs: positionals,
		corpus,
		job: { kind: 'build', options: build } as const,
		out,
		strict,
		report
	};
}

async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
	const start = performance.now();
	const { inputs, out, ...wanted } = read(args);
	const reports = reportPaths(wanted.report);
	refuseOverwriting([out, ...reports], inputs);
	requireOutputPlace(out);
	for (const path of reports) requireFilePlace(path, 'report');
	const paths = await inputPaths(inputs, signal);
	refuseOverwriting([out, ...reports], paths);
	const progress = createProgress(process.stderr);
	const { manifest, rejections } = await replaceOutput(
		out,
		(folder) => buildInThread({ ...wanted, paths, folder }, progress.report, signal),
		signal
	).finally(progress.end);
	const seconds = (performance.now() - start) / 1000;
	say(...summaryLines(manifest, rejections, out, seconds));
}

/** Papers in, dataset out. */
export const build: Command = { usage, run };
