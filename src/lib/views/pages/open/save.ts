import type { OnProgress } from '../../../base/progress.ts';
import { arrowOf } from '../../../archive/arrow-batch.ts';
import { manifestEntry, rowsEntry } from '../../../archive/entry-name.ts';
import { writeArchive } from '../../../archive/write.ts';
import { tablesOf } from '../../../dataset/files.ts';
import type { ZipEntry } from '../../../export/zip.ts';
import type { OpenedDataset } from '../../../state/datasets.svelte.ts';
import type { DatasetReader } from '../../../state/reader.ts';

async function* entriesOf(
	{ manifest, model }: Pick<OpenedDataset, 'manifest' | 'model'>,
	reader: Pick<DatasetReader, 'tableRows'>,
	onRows: (rows: number) => void,
	signal: AbortSignal
): AsyncGenerator<ZipEntry> {
	const text = `${JSON.stringify(manifest, null, '\t')}\n`;
	yield { name: manifestEntry, content: [new TextEncoder().encode(text)] };
	for (const [name, bytes] of model) yield { name: `model/${name}`, content: [bytes] };
	for (const file of manifest.files) {
		for (const table of tablesOf(file.group, file.part)) {
			let chunk = 0;
			for await (const batch of reader.tableRows(table, file, signal)) {
				yield { name: rowsEntry(table, file.part, chunk++), content: [arrowOf(table, batch)] };
				onRows(batch.length);
			}
		}
	}
}

/**
 * An opened dataset as one file, which the command line opens, too.
 * @param onProgress told of the rows written so far
 * @throws the signal's reason when cancelled
 */
export async function savedDataset(
	opened: OpenedDataset,
	onProgress: OnProgress,
	signal: AbortSignal
): Promise<Blob> {
	const total = opened.manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
	let done = 0;
	const onRows = (rows: number) => onProgress({ done: (done += rows), total });
	const parts: BlobPart[] = [];
	const reader = await opened.dashboard.engine.use(signal);
	for await (const chunk of writeArchive(entriesOf(opened, reader, onRows, signal))) {
		parts.push(chunk as Uint8Array<ArrayBuffer>);
	}
	return new Blob(parts, { type: 'application/zip' });
}
