import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { noTexts } from '../../lib/corpus/paper/fields.ts';
import { UnknownColumns } from '../../lib/corpus/formats/table/unknown-columns.ts';
import type { Hooks } from '../../lib/source/hooks.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import type { DatasetSink } from '../../lib/dataset/sink.ts';
import { EmptyCorpusError, type BuiltDataset } from '../../lib/pipeline/build.ts';
import { serialiseModel } from '../../lib/pipeline/serialise.ts';
import { CommandError } from '../errors.ts';
import { accountLines } from '../terminal/summary.ts';
import { writeChecksums } from './checksums.ts';
import { startEngine, type Engine } from './engine.ts';
import { FileSink, type FillingSink } from './sink.ts';

/** The manifest as it is written: the same value always gives the same bytes. */
function manifestText(manifest: Manifest): string {
	return `${JSON.stringify(manifest, null, '\t')}\n`;
}

/** Writes what a dataset has beside its tables; `known` checksums of tables are not computed again. */
export async function writeSmallFiles(
	folder: string,
	{ manifest, model }: Pick<BuiltDataset, 'manifest' | 'model'>,
	known?: ReadonlyMap<string, string>
): Promise<void> {
	await writeFile(join(folder, 'manifest.json'), manifestText(manifest));
	await mkdir(join(folder, 'model'));
	for (const [name, bytes] of serialiseModel(model)) await writeFile(join(folder, 'model', name), bytes);
	await writeChecksums(folder, known);
}

/** What helps where columns or fields have names of their own. */
const columnHint = 'Where their names are unusual, say what columns or fields hold: --column title=NAME.';

/** An error of the making of a dataset, for whoever asked for it. */
export function makingError(error: unknown): unknown {
	if (error instanceof UnknownColumns) return new CommandError(`${error.message} ${columnHint}`);
	if (!(error instanceof EmptyCorpusError)) return error;
	const lines = [error.message, ...accountLines(error.account)];
	const isUntold = error.account.rejections.some(({ reason }) => reason === noTexts);
	return new CommandError([...lines, ...(isUntold ? [columnHint] : [])].join('\n'));
}

/** Makes the rows of a dataset and passes them to a sink. */
export type Make = (sink: DatasetSink, hooks: Hooks) => Promise<BuiltDataset>;

/**
 * Makes a dataset in a folder that holds nothing else.
 * @param sinkFor fills files in the folder
 * @throws CommandError, with the account, without a usable paper, and for columns that are not known; otherwise what
 * `make` throws
 */
export async function fillDataset(
	folder: string,
	make: Make,
	hooks: Hooks,
	sinkFor = (engine: Engine, into: string): FillingSink => new FileSink(engine, into)
): Promise<BuiltDataset> {
	const engine = await startEngine();
	const sink = sinkFor(engine, folder);
	try {
		const built = await make(sink, hooks);
		await sink.finish(built.manifest.files);
		await writeSmallFiles(folder, built);
		return built;
	} catch (error) {
		throw makingError(error);
	} finally {
		sink.release();
		engine.close();
	}
}
