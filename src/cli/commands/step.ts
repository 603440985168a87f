import { readFileSync } from 'node:fs';

import type { Command } from '../command.ts';
import { readArguments, wholeNumber } from '../arguments.ts';
import { CommandError, UsageError } from '../errors.ts';
import { buildFrom, buildOptions } from '../input/build-options.ts';
import { isCorpusFile } from '../input/expand.ts';
import { distinctNames } from '../input/file-source.ts';
import { readRows, writeRows, type Columns, type RowOf } from '../steps/arrow.ts';
import { accountColumns, accountForFiles, accountInput } from '../steps/account.ts';
import { assignColumns, assignInput, assignItems } from '../steps/assign.ts';
import { fitJob } from '../steps/fit.ts';
import * as terms from '../steps/index-terms.ts';
import { mergeColumns, mergeInput, mergeRecords } from '../steps/merge.ts';
import { publishJob } from '../steps/publish.ts';
import * as lines from '../steps/lines.ts';
import { fileColumns, itemColumns, readFiles } from '../steps/read.ts';
import { rejectionSummary } from '../steps/rejections.ts';
import { Staging } from '../steps/staging.ts';
import { surveyColumns, surveyInput, surveyItems } from '../steps/survey.ts';
import { mostCandidates } from '../../lib/source/sample-draw.ts';
import { say } from '../terminal/print.ts';
import { summaryLines } from '../terminal/summary.ts';

const usage = `corpuscope step NAME STAGING ...

A step of a build that Spark spreads over machines (see src/spark/README.md): batches of rows come in and go out as
Arrow streams. It is no command for people, and may change with any version.`;

/** A step that runs beside an executor. */
type RowStep = (staging: Staging) => Promise<void>;

function rowStep<I extends Columns, O extends Columns>(
	input: I,
	output: O,
	work: (rows: AsyncIterable<RowOf<I>>, staging: Staging) => AsyncIterable<Partial<RowOf<O>>>
): RowStep {
	return (staging) => writeRows(process.stdout, output, work(readRows(process.stdin, input), staging));
}

const rowSteps: Readonly<Record<string, RowStep>> = {
	look: rowStep(lines.lookInput, lines.lookColumns, lines.lookAtFiles),
	read: rowStep(fileColumns, itemColumns, readFiles),
	hash: rowStep(lines.hashInput, itemColumns, lines.hashFiles),
	cut: rowStep(lines.cutInput, itemColumns, lines.cutLines),
	survey: rowStep(surveyInput, surveyColumns, surveyItems),
	merge: rowStep(mergeInput, mergeColumns, mergeRecords),
	account: rowStep(accountInput, accountColumns, accountForFiles),
	assign: rowStep(assignInput, assignColumns, assignItems),
	count: rowStep(terms.countInput, terms.countColumns, terms.countTerms),
	index: rowStep(terms.indexInput, terms.indexColumns, terms.indexTerms)
};

const lastName = (path: string) => path.replace(/\/+$/, '').replace(/^.*\//, '');
const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The files that an argument stands for, as a build on one machine takes them. */
function filesOf(argument: string, paths: readonly string[]): string[] {
	const isFile = paths.length === 1 && lastName(paths[0]!) === lastName(argument);
	const files = isFile ? [...paths] : paths.filter((path) => isCorpusFile(lastName(path)));
	if (files.length === 0) throw new CommandError(`${argument} holds no file of papers.`);
	return files.sort(byCodeUnit);
}

/** Notes what is built of which files; says how many papers may be drawn, and whether duplicates are merged. */
function begin(staging: Staging, [list = '', ...args]: readonly string[]): void {
	const { values } = readArguments({ args, options: buildOptions });
	const listed = JSON.parse(readFileSync(list, 'utf8')) as [string, [path: string, uri: string][]][];
	const uriOf = new Map(listed.flatMap(([, found]) => found));
	const found = listed.flatMap(([argument, files]) =>
		filesOf(
			argument,
			files.map(([path]) => path)
		)
	);
	const paths = [...new Set(found)];
	const uris = paths.map((path) => uriOf.get(path)!);
	const wanted = buildFrom(values);
	if (wanted.strict || wanted.report !== null)
		throw new UsageError('--strict and --report are not there under Spark.');
	staging.save('job', { wanted, paths, uris, names: distinctNames(paths) });
	const candidates = mostCandidates(wanted.job.options.pipeline.sampleSize);
	say(JSON.stringify({ paths, uris, candidates, merges: !wanted.corpus.keepDuplicates }));
}

async function publish(staging: Staging, [out]: readonly string[], signal: AbortSignal): Promise<void> {
	if (out === undefined) throw new UsageError(usage);
	const start = performance.now();
	const manifest = await publishJob(out, staging, signal);
	const rejections = await rejectionSummary(staging);
	say(...summaryLines(manifest, rejections, out, (performance.now() - start) / 1000));
}

async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
	const [name = '', folder, ...rest] = args;
	if (folder === undefined) throw new UsageError(usage);
	const staging = new Staging(folder);
	const step = Object.hasOwn(rowSteps, name) ? rowSteps[name] : undefined;
	if (step) await step(staging);
	else if (name === 'begin') begin(staging, rest);
	else if (name === 'fit') await fitJob(wholeNumber('partitions', rest[0] ?? '', 1, 100_000), staging);
	else if (name === 'publish') await publish(staging, rest, signal);
	else throw new UsageError(usage);
}

/** What Spark has done beside its executors. */
export const step: Command = { usage, run };
