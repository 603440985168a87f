import { replaceOutput, requireOutputPlace } from '../archive/replace.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { buildFrom, buildOptions, buildUsage } from '../input/build-options.ts';
import { inputPaths } from '../input/input-paths.ts';
import { reportPaths } from '../export/report.ts';
import { refuseOverwriting, requireFilePlace } from '../output-place.ts';
import { createProgress } from '../terminal/progress.ts';
import { say } from '../terminal/print.ts';
import { summaryLines, summaryOf } from '../terminal/summary.ts';
import { buildInThread } from '../worker/client.ts';

const usage = `corpuscope build INPUT... [options]

Reads papers, groups them by theme and writes a dataset. An INPUT is a file, a folder (its .txt, .jsonl, .csv, .bib,
.ris, .xml, .zip and similar files), a glob, or - for standard input. Gzip is read as it is.

  --out FOLDER         where the dataset goes (static/dataset); a name that ends in .corpuscope.zip makes it one file
${buildUsage}
  --help               this text

The dataset takes the place of an older one at once and whole. Ends with 0 when done, 1 when it failed, 2 when called
wrongly.`;

const options = { out: { type: 'string', default: 'static/dataset' }, ...buildOptions } as const;

function read(args: readonly string[]) {
	const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options });
	if (positionals.length === 0) throw new UsageError(`build needs a file to read.\n\n${usage}`);
	return { inputs: positionals, out: values.out, ...buildFrom(values) };
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
	say(...summaryLines(manifest, summaryOf(rejections), out, seconds));
}

/** Papers in, dataset out. */
export const build: Command = { usage, run };
