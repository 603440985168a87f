import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { replaceDataset } from '../dataset/write.ts';
import { UsageError } from '../errors.ts';
import { reportPaths } from '../export/report.ts';
import { buildFrom, buildOptions, buildUsage, type WantedBuild } from '../input/build-options.ts';
import { inputPaths } from '../input/input-paths.ts';
import { refuseOverwriting, requireFilePlace } from '../output-place.ts';
import { isKept, keptPlace, makeRoom, noteOpened } from '../site/kept-datasets.ts';
import { createProgress } from '../terminal/progress.ts';
import { say } from '../terminal/print.ts';
import { summaryLines, summaryOf } from '../terminal/summary.ts';
import { buildInThread, runInThread } from '../worker/client.ts';
import { serve } from './serve.ts';

const usage = `corpuscope open INPUT... [options]
corpuscope INPUT... [options]

Finds themes in papers and shows them on a page of this machine. An INPUT is a file, a folder (its .txt, .jsonl, .csv,
.bib, .ris, .xml, .zip and similar files), a glob, or - for standard input; or one dataset, also as a .corpuscope.zip.
What was built is kept in your cache folder (XDG_CACHE_HOME, else the system's), and shown again for the same files and
options; what nobody opens for 60 days goes.

  --no-open            print the address and do not open it in the browser
  --again              build anew, whatever is kept
${buildUsage}
  --help               this text

PORT chooses the port; without it, 4173 or the next free one. HOST chooses the address to listen on (127.0.0.1);
without it, only names of this machine are answered. Runs until it is stopped.`;

const options = {
	'no-open': { type: 'boolean', default: false },
	again: { type: 'boolean', default: false },
	...buildOptions
} as const;

const isDataset = (path: string) =>
	/\.corpuscope\.zip$/i.test(path) || existsSync(join(path, 'manifest.json'));

/** Builds a dataset in a folder of the user's cache. */
async function build(paths: readonly string[], wanted: WantedBuild, folder: string, signal: AbortSignal) {
	const start = performance.now();
	makeRoom(folder);
	const progress = createProgress(process.stderr);
	const fill = (empty: string) => buildInThread({ ...wanted, paths, folder: empty }, progress.report, signal);
	const { manifest, rejections } = await replaceDataset(folder, fill, signal).finally(progress.end);
	const seconds = (performance.now() - start) / 1000;
	say(...summaryLines(manifest, summaryOf(rejections), folder, seconds));
}

/** The folder of the dataset of papers: the one that is kept, else one that is built. */
async function datasetOf(
	inputs: readonly string[],
	wanted: WantedBuild,
	again: boolean,
	signal: AbortSignal
): Promise<string> {
	const reports = reportPaths(wanted.report);
	for (const path of reports) requireFilePlace(path, 'report');
	const paths = await inputPaths(inputs, signal);
	refuseOverwriting(reports, [...inputs, ...paths]);
	const folder = await keptPlace(paths, wanted);
	const isNeeded = again || wanted.report !== null || !isKept(folder);
	if (isNeeded) await build(paths, wanted, folder, signal);
	else say(`These papers were built before with the same options: ${folder} is shown (--again builds anew).`);
	noteOpened(folder);
	return folder;
}

async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
	const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options });
	const [first] = positionals;
	if (first === undefined) throw new UsageError(`open needs a file to read.\n\n${usage}`);
	const wanted = buildFrom(values);
	const isOne = positionals.length === 1 && isDataset(first);
	const dataset = isOne ? first : await datasetOf(positionals, wanted, values.again, signal);
	const shown = values['no-open'] ? [dataset] : ['--open', dataset];
	await runInThread({ name: 'serve', args: shown }, serve, signal);
}

/** Papers in, a page of their themes out. */
export const open: Command = { usage, run };
