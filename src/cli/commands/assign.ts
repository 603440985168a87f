import { basename } from 'node:path';

import { corpusParameters } from '../../lib/corpus/pass/parameters.ts';
import { replaceOutput, requireOutputPlace } from '../archive/replace.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { inputPaths } from '../input/input-paths.ts';
import { corpusOptionsFrom, readingOptions, readingUsage } from '../input/reading-options.ts';
import { driftLines } from '../terminal/drift.ts';
import { reportPaths } from '../export/report.ts';
import { refuseOverwriting, requireFilePlace } from '../output-place.ts';
import { createProgress } from '../terminal/progress.ts';
import { say } from '../terminal/print.ts';
import { summaryLines, summaryOf } from '../terminal/summary.ts';
import { buildInThread } from '../worker/client.ts';

const usage = `corpuscope assign INPUT... --model FOLDER --out FOLDER [options]
       corpuscope assign INPUT... --append --model FOLDER [options]

Puts papers into the themes of an existing dataset and writes a dataset of them, or with --append of its own papers and
them. Themes keep their labels and their place in the tree; the first lines say how well the new papers fit them, and
whether it is time to build anew.

  --model FOLDER       the dataset whose themes are used (a folder or a .corpuscope.zip), or the folder model in it
  --append             adds the papers to the dataset that --model names, in its place where there is no --out
  --out FOLDER         where the new dataset goes; a name that ends in .corpuscope.zip makes it one file
  --title TEXT         name of the corpus, where the one it states is not wanted
${readingUsage}
  --help               this text

Ends with 0 when done, 1 when it failed, 2 when called wrongly.`;

const options = {
	model: { type: 'string' },
	out: { type: 'string' },
	append: { type: 'boolean', default: false },
	title: { type: 'string' },
	...readingOptions
} as const;

function read(args: readonly string[]) {
	const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options });
	const { append, title, strict, report = null } = values;
	const model = values.model ?? (append ? values.out : undefined);
	const out = values.out ?? (append ? model : undefined);
	if (positionals.length === 0) throw new UsageError(`assign needs a file to read.\n\n${usage}`);
	if (model === undefined) throw new UsageError(`assign needs --model FOLDER.\n\n${usage}`);
	if (out === undefined) throw new UsageError(`assign needs --out FOLDER.\n\n${usage}`);
	const corpus = corpusOptionsFrom(values);
	const job = {
		...({ kind: 'assign', model, options: { corpus: corpusParameters(corpus), title } } as const),
		addTo: append ? basename(model) : null
	} as const;
	return { inputs: positionals, corpus, job, out, strict, report };
}

async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
	const start = performance.now();
	const { inputs, out, job, ...wanted } = read(args);
	const reports = reportPaths(wanted.report);
	refuseOverwriting([out, ...reports], inputs);
	requireOutputPlace(out);
	for (const path of reports) requireFilePlace(path, 'report');
	const paths = await inputPaths(inputs, signal);
	refuseOverwriting([out, ...reports], paths);
	const progress = createProgress(process.stderr);
	const { manifest, rejections, drift } = await replaceOutput(
		out,
		(folder) => buildInThread({ ...wanted, job, paths, folder }, progress.report, signal),
		signal
	).finally(progress.end);
	const seconds = (performance.now() - start) / 1000;
	const lines = [
		...driftLines(drift, manifest.themes),
		...summaryLines(manifest, summaryOf(rejections), out, seconds)
	];
	say(...lines);
}

/** New papers into the themes of a dataset. */
export const assign: Command = { usage, run };
