import type { OnProgress } from '../../../base/progress.ts';
import type { ExportRow } from '../../../dataset/export-row.ts';
import { formatWith, writeRows } from '../../../export/formats.ts';
import { themeArchive } from '../../../export/theme-archive.ts';
import type { ExportSelection } from '../../../queries/paper-queries.ts';
import type { DatasetReader } from '../../../state/reader.ts';
import type { ExportPlan } from './export-plan.ts';

/** Bytes after which what was written is handed to the browser, which may keep it on disk. */
const flushBytes = 16 * 1024 * 1024;

async function collect(chunks: AsyncIterable<Uint8Array>, type: string): Promise<Blob> {
	let parts: BlobPart[] = [];
	let bytes = 0;
	for await (const chunk of chunks) {
		parts.push(chunk as Uint8Array<ArrayBuffer>);
		bytes += chunk.length;
		if (bytes < flushBytes) continue;
		parts = [new Blob(parts)];
		bytes = 0;
	}
	return new Blob(parts, { type });
}

/**
 * The file of an export.
 * @param onProgress told of the papers written so far
 * @throws the signal's reason when called off; Error when other papers came than the page counts
 */
export async function writeExport(
	reader: Pick<DatasetReader, 'exportRows'>,
	plan: ExportPlan,
	onProgress: OnProgress,
	signal: AbortSignal
): Promise<Blob> {
	let written = 0;
	async function* counted(selection: ExportSelection): AsyncGenerator<readonly ExportRow[]> {
		for await (const rows of reader.exportRows(selection, signal)) {
			signal.throwIfAborted();
			yield rows;
			written += rows.length;
			onProgress({ done: written, total: plan.papers });
		}
	}
	const format = formatWith(plan.format, plan.joins);
	const { themes } = plan;
	const chunks = themes
		? themeArchive(themes, format, (id) =>
				counted(themes.find(({ themeId }) => themeId === id)?.selection ?? plan.selection)
			)
		: writeRows(format, counted(plan.selection));
	const file = await collect(chunks, plan.mediaType);
	if (written !== plan.papers) {
		throw new Error(`${written} papers were written where the page counts ${plan.papers}.`);
	}
	return file;
}
