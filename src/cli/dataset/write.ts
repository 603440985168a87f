import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Hooks } from '../../lib/dataset/hooks.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import type { PaperSource } from '../../lib/dataset/source.ts';
import {
	buildDataset,
	EmptyCorpusError,
	type BuildOptions,
	type BuiltDataset
} from '../../lib/pipeline/build.ts';
import { serialiseModel } from '../../lib/pipeline/serialise.ts';
import { CommandError } from '../errors.ts';
import { accountLines } from '../terminal/summary.ts';
import { writeChecksums } from './checksums.ts';
import { startEngine } from './engine.ts';
import { assertReplaceable } from './replaceable.ts';
import { FileSink } from './sink.ts';
import { FolderSwap } from './swap.ts';

/** The manifest as it is written: the same value always gives the same bytes. */
export function manifestText(manifest: Manifest): string {
	return `${JSON.stringify(manifest, null, '\t')}\n`;
}

async function writeSmallFiles(folder: string, { manifest, model }: BuiltDataset): Promise<void> {
	await writeFile(join(folder, 'manifest.json'), manifestText(manifest));
	await mkdir(join(folder, 'model'));
	for (const [name, bytes] of serialiseModel(model)) await writeFile(join(folder, 'model', name), bytes);
	await writeChecksums(folder);
}

/** Builds a dataset into a folder that holds nothing else. */
async function fill(
	folder: string,
	source: PaperSource,
	options: BuildOptions,
	hooks: Hooks
): Promise<Manifest> {
	const engine = await startEngine();
	try {
		const sink = new FileSink(engine, folder);
		const built = await buildDataset(source, options, sink, hooks);
		await sink.finish(built.manifest.files);
		await writeSmallFiles(folder, built);
		return built.manifest;
	} finally {
		engine.close();
	}
}

function inWords({ message, account }: EmptyCorpusError): CommandError {
	return new CommandError([message, ...accountLines(account)].join('\n'));
}

/**
 * Builds a dataset and puts it in place of the one at `out`, whole or not at all.
 * @throws CommandError, with the account, without a usable paper, or where `out` is something else than a dataset;
 * otherwise what `buildDataset` throws. `out` is then as it was
 */
export async function writeDataset(
	source: PaperSource,
	options: BuildOptions,
	out: string,
	hooks: Hooks
): Promise<Manifest> {
	assertReplaceable(out);
	const swap = new FolderSwap(out);
	try {
		const manifest = await fill(swap.path, source, options, hooks);
		hooks.signal?.throwIfAborted();
		swap.commit();
		return manifest;
	} catch (error) {
		swap.discard();
		throw error instanceof EmptyCorpusError ? inWords(error) : error;
	}
}
