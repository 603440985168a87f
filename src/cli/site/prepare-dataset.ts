import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { corpusParameters } from '../../lib/corpus/pass/parameters.ts';
import type { Hooks } from '../../lib/source/hooks.ts';
import { defaultOptions } from '../../lib/pipeline/options.ts';
import { checksumsFile, sha256OfFile } from '../dataset/checksums.ts';
import { readManifest } from '../dataset/read.ts';
import { settleSwap, swapFolder, tidyLeftovers } from '../dataset/swap.ts';
import { writeDataset } from '../dataset/write.ts';
import { unpackArchive, isArchive } from '../archive/unpack.ts';
import { corpusFilesIn } from '../input/expand.ts';
import { distinctNames, openFiles } from '../input/file-source.ts';
import { CommandError } from '../errors.ts';
import { projectRoot } from '../root.ts';
import { say } from '../terminal/print.ts';
import { counted } from '../terminal/numbers.ts';
import { hashOfSources, readStamp, writeStamp } from './stamp.ts';

/** Bytes of a file beyond which some static hosts refuse it. */
const hostsAccept = 25_000_000;

/** A file that some hosts refuse. */
interface LargeFile {
	/** Its path below the folder. */
	file: string;
	bytes: number;
}

/** The files below a folder that some static hosts refuse, by name. */
export function largeFiles(folder: string): LargeFile[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => ({ file, bytes: statSync(join(folder, file)).size }))
		.filter(({ bytes }) => bytes > hostsAccept)
		.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What to know of them before the site is published; `null` without any. */
export function largeFilesWords(files: readonly LargeFile[]): string | null {
	if (files.length === 0) return null;
	const named = files.map(({ file, bytes }) => `${file} (${Math.round(bytes / 1e6)} MB)`);
	return `Some hosts refuse files over 25 MB: ${named.join(', ')}. Others serve the site as it is.`;
}

const target = join(projectRoot, 'static/dataset');
const corpus = join(projectRoot, 'data');
const stamp = 'dataset';
/** The code that a dataset depends on beside its version, which does not change with every edit. */
const sources = [
	...[
		'base',
		'corpus',
		'dataset',
		'engine',
		'format',
		'pipeline',
		'source',
		'themes',
		'threads',
		'words'
	].map((name) => `src/lib/${name}`),
	'src/cli/dataset'
];

/** Everything that the dataset of `data/` is made from. */
async function ingredients(files: readonly string[]): Promise<unknown> {
	const names = distinctNames(files);
	const inputs = files.map(async (path, index) => [names[index], await sha256OfFile(path)]);
	return [hashOfSources(sources), corpusParameters({}), defaultOptions, await Promise.all(inputs)];
}

function stampOf(made: unknown): string | null {
	if (!existsSync(join(target, checksumsFile))) return null;
	return JSON.stringify([made, readFileSync(join(target, checksumsFile), 'utf8')]);
}

async function prepareOwn(hooks: Hooks): Promise<void> {
	const files = corpusFilesIn(corpus);
	if (files.length === 0)
		throw new CommandError('data/ holds no file of papers. Put one there and try again.');
	const made = await ingredients(files);
	if (stampOf(made) !== null && stampOf(made) === readStamp(stamp)) return;
	console.log(`Reading ${files.length === 1 ? 'one file' : `${files.length} files`} of data/ ...`);
	const source = openFiles(files, {});
	const options = { pipeline: defaultOptions, corpus: corpusParameters({}) };
	const { counts } = await writeDataset(source, options, target, hooks);
	writeStamp(stamp, stampOf(made) ?? '');
	console.log(`${counted(counts.papers, 'paper')}, ${counted(counts.themes, 'theme')}.`);
}

async function copyFrom(folder: string): Promise<void> {
	if (resolve(folder) === target) return;
	await settleSwap(folder);
	const { counts } = readManifest(folder);
	const list = (path: string) => readFileSync(join(path, checksumsFile), 'utf8');
	if (existsSync(join(target, checksumsFile)) && list(target) === list(folder)) return;
	console.log(`Copying the dataset of ${counts.papers} papers ...`);
	await swapFolder(target, (path) => cp(folder, path, { recursive: true }));
}

/** Unpacks a saved dataset, unless it is the one that was unpacked last and nothing has touched it since. */
async function unpackFrom(path: string, signal: AbortSignal): Promise<void> {
	const made = ['archive', await sha256OfFile(path)];
	if (stampOf(made) !== null && stampOf(made) === readStamp(stamp)) return;
	say(`Unpacking ${path} ...`);
	await swapFolder(target, (folder) => unpackArchive(path, folder, signal));
	writeStamp(stamp, stampOf(made) ?? '');
}

/**
 * Puts a dataset in place for the site: the one in a folder or a saved file, else one of the files in `data/`, built when it is not
 * there or when its files, its parameters or the code have changed. Says which of its files some hosts refuse.
 */
export async function prepareDataset(folder: string | undefined, hooks: Hooks = {}): Promise<void> {
	tidyLeftovers(target);
	if (folder === undefined) await prepareOwn(hooks);
	else if (isArchive(folder)) await unpackFrom(folder, hooks.signal ?? new AbortController().signal);
	else await copyFrom(folder);
	const words = largeFilesWords(largeFiles(target));
	if (words) say(words);
}
