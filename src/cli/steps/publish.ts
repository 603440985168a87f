import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import { fileName } from '../../lib/dataset/files.ts';
import type { DatasetFile, Manifest } from '../../lib/dataset/manifest.ts';
import type { FileGroup } from '../../lib/dataset/schema.ts';
import { finishDataset } from '../../lib/pipeline/write/publish.ts';
import { PaperCounts } from '../../lib/pipeline/write/paper-counts.ts';
import { TableWriter } from '../../lib/pipeline/write/table-writer.ts';
import { readModel } from '../dataset/read-model.ts';
import { startEngine, type Engine } from '../dataset/engine.ts';
import { writeSmallFiles } from '../dataset/fill.ts';
import { FileSink } from '../dataset/sink.ts';
import { replaceDataset } from '../dataset/write.ts';
import { rejectionOrder, rejectionsIn } from './rejections.ts';
import { unpack, type StagedFile, type Staging, type WrittenPart } from './staging.ts';

/** In the order in which a dataset lists its files. */
const groups: readonly FileGroup[] = [
	...(['dataset', 'texts', 'authors', 'keywords', 'affiliations', 'vectors', 'search'] as const)
];

/** Moves a file to where it belongs, also from another file system. */
function move(from: string, to: string): void {
	try {
		renameSync(from, to);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
		copyFileSync(from, to);
	}
}

/** Gives the files of all parts their final numbers and puts them into a folder. */
class Files {
	readonly sha256 = new Map<string, string>();
	readonly #folder: string;
	readonly #listed = new Map<FileGroup, DatasetFile[]>(groups.map((group) => [group, []]));

	constructor(folder: string) {
		this.#folder = folder;
	}

	take({ path, sha256, ...staged }: StagedFile): void {
		const listed = this.#listed.get(staged.group)!;
		const part = listed.length;
		const file = fileName(staged.group, part);
		listed.push({ ...staged, part, file });
		move(path, join(this.#folder, file));
		this.sha256.set(file, sha256);
	}

	all(): DatasetFile[] {
		return groups.flatMap((group) => this.#listed.get(group)!);
	}
}

async function* writtenParts(engine: Engine, staging: Staging): AsyncGenerator<WrittenPart> {
	type Row = { blob: Uint8Array };
	const ranges = "WHERE kind = 'range' ORDER BY assigned.range";
	for await (const { blob } of staging.rows<Row>(engine, 'assigned', 'blob', ranges))
		yield unpack('written', blob);
	for await (const { blob } of staging.rows<Row>(engine, 'indexed', 'blob', 'ORDER BY indexed.target'))
		yield unpack('written', blob);
}

async function publishInto(folder: string, staging: Staging): Promise<Manifest> {
	const { options } = staging.load('job').wanted.job;
	const { account, sampled } = staging.load('fitted');
	const model = readModel(staging.path('model'));
	const counts = new PaperCounts(model, options.cubeCells);
	const files = new Files(folder);
	const engine = await startEngine();
	const sink = new FileSink(engine, folder);
	try {
		const writer = new TableWriter(sink);
		for await (const part of writtenParts(engine, staging)) {
			for (const file of part.files) files.take(file);
			for (const [table, sum] of part.sums) writer.sum(table, sum);
			if (part.counts) counts.addState(part.counts);
		}
		const rejections = rejectionsIn(engine, staging, rejectionOrder);
		const written = { account, rejections, options, model, counts, files: files.all(), sampled };
		const manifest = await finishDataset(written, writer);
		// What was counted went into the main file.
		const main = manifest.files.slice(0, 1);
		await sink.finish(main);
		for (const { file } of main) files.sha256.delete(file);
		await writeSmallFiles(folder, { manifest, model }, files.sha256);
		return manifest;
	} finally {
		sink.release();
		engine.close();
	}
}

/** Makes a dataset of what the executors have written and puts it in place of the one at `out`, whole or not at all. */
export function publishJob(out: string, staging: Staging, signal: AbortSignal): Promise<Manifest> {
	return replaceDataset(out, (folder) => publishInto(folder, staging), signal);
}
