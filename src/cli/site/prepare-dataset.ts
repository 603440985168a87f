import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { openCorpus } from '../../lib/corpus/open.ts';
import { corpusParameters } from '../../lib/corpus/parameters.ts';
import type { Hooks } from '../../lib/dataset/hooks.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import { schemaVersion } from '../../lib/dataset/schema.ts';
import { generator } from '../../lib/dataset/version.ts';
import { parametersOf } from '../../lib/pipeline/fingerprint.ts';
import { defaultOptions } from '../../lib/pipeline/options.ts';
import { checksumsFile, sha256OfFile } from '../dataset/checksums.ts';
import { readManifest } from '../dataset/read.ts';
import { FolderSwap, tidyLeftovers } from '../dataset/swap.ts';
import { writeDataset } from '../dataset/write.ts';
import { corpusFilesIn } from '../input/expand.ts';
import { distinctNames, fileSource } from '../input/file-source.ts';
import { CommandError } from '../errors.ts';
import { projectRoot } from '../root.ts';
import { hashOfSources, readStamp, writeStamp } from './stamp.ts';

const target = join(projectRoot, 'static/dataset');
const corpus = join(projectRoot, 'data');
const stamp = 'dataset';
/** The code that a dataset depends on beside its version, which does not change with every edit. */
const sources = ['src/lib/dataset', 'src/lib/corpus', 'src/lib/pipeline', 'src/cli/dataset'];

function parameters() {
	return parametersOf(defaultOptions, corpusParameters({}));
}

async function isCurrent(manifest: Manifest, files: readonly string[]): Promise<boolean> {
	const names = distinctNames(files);
	const inputs = await Promise.all(
		files.map(async (path, index) => [names[index], await sha256OfFile(path)])
	);
	const facts = (made: unknown) => JSON.stringify(made);
	return (
		facts([
			manifest.generator,
			manifest.schemaVersion,
			manifest.seed,
			manifest.parameters,
			manifest.inputs.map(({ file, sha256 }) => [file, sha256])
		]) === facts([generator, schemaVersion, defaultOptions.seed, parameters(), inputs])
	);
}

async function prepareOwn(hooks: Hooks): Promise<void> {
	const files = corpusFilesIn(corpus);
	if (files.length === 0) {
		throw new CommandError(
			'data/ holds no .txt, .jsonl, .csv or .tsv file. Put your papers there and try again.'
		);
	}
	const code = hashOfSources(sources);
	if (existsSync(join(target, 'manifest.json')) && readStamp(stamp) === code) {
		if (await isCurrent(readManifest(target), files)) return;
	}
	console.log(`Reading ${files.length === 1 ? 'one file' : `${files.length} files`} of data/ ...`);
	const names = distinctNames(files);
	const source = openCorpus(files.map((path, index) => fileSource(path, names[index])));
	const options = { pipeline: defaultOptions, corpus: corpusParameters({}) };
	const { counts } = await writeDataset(source, options, target, hooks);
	writeStamp(stamp, code);
	console.log(`${counts.papers} papers, ${counts.themes} themes.`);
}

async function copyFrom(folder: string): Promise<void> {
	if (resolve(folder) === target) return;
	const { counts } = readManifest(folder);
	const list = (path: string) => readFileSync(join(path, checksumsFile), 'utf8');
	if (existsSync(join(target, checksumsFile)) && list(target) === list(folder)) return;
	console.log(`Copying the dataset of ${counts.papers} papers ...`);
	const swap = new FolderSwap(target);
	try {
		await cp(folder, swap.path, { recursive: true });
		swap.commit();
	} catch (error) {
		swap.discard();
		throw error;
	}
}

/**
 * Puts a dataset in place for the site: the one in a folder, else one of the files in `data/`, built when it is not
 * there or when its files, its parameters or the code have changed.
 */
export async function prepareDataset(folder: string | undefined, hooks: Hooks = {}): Promise<void> {
	tidyLeftovers(target);
	if (folder === undefined) await prepareOwn(hooks);
	else await copyFrom(folder);
}
