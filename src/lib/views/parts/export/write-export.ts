import type { OnProgress } from '../../../base/progress.ts';
import type { ExportRow, ReadingRow } from '../../../dataset/export-row.ts';
import { formatWith, readingFormatWith, writeRows } from '../../../export/formats.ts';
import { themeArchive } from '../../../export/theme-archive.ts';
import type { ExportSelection } from '../../../queries/paper-queries.ts';
import type { DatasetReader } from '../../../state/reader.ts';
import type { ReadingListEntry } from '../../../state/reading-list.svelte.ts';
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

type Reader = Pick<DatasetReader, 'exportRows' | 'papers'>;
type Batches = AsyncGenerator<readonly ExportRow[]>;

/** Rows in a batch of an export in another order than that of the ids. */
const batch = 500;

/** Where each paper of an export stands in its files, from 0; `null` for the order of the ids. */
async function placesOf(reader: Reader, plan: ExportPlan, signal: AbortSignal) {
	if (plan.entries) return new Map(plan.entries.map(({ paperId }, place) => [paperId, place]));
	if (!plan.sorted) return null;
	const { filters, order } = plan.sorted;
	const papers = await reader.papers(filters, order, 0, plan.papers, signal);
	return new Map(papers.map(({ paperId }, place) => [paperId, place]));
}

/** The same rows by their places. */
async function* inPlace(batches: Batches, places: ReadonlyMap<number, number>): Batches {
	const rows: ExportRow[] = [];
	for await (const some of batches) rows.push(...some);
	const place = ({ paper_id }: ExportRow) => places.get(paper_id) ?? places.size;
	rows.sort((a, b) => place(a) - place(b));
	for (let from = 0; from < rows.length; from += batch) yield rows.slice(from, from + batch);
}

/** Rows of the reading list, with what its reader made of each. */
async function* marked(batches: Batches, entries: readonly ReadingListEntry[]): AsyncGenerator<ReadingRow[]> {
	const byId = new Map(entries.map((entry, at) => [entry.paperId, { ...entry, place: at + 1 }]));
	for await (const rows of batches) {
		yield rows.flatMap((row) => {
			const entry = byId.get(row.paper_id);
			if (!entry) return [];
			const { place, read, starred, why = '', note = '' } = entry;
			return [{ ...row, place, read: read ? 'yes' : '', starred: starred ? 'yes' : '', why, note } as const];
		});
	}
}

function bytesOf(plan: ExportPlan, rowsOf: (selection: ExportSelection) => Batches) {
	const { format, themes, entries, selection, joins } = plan;
	if (entries) return writeRows(readingFormatWith(format, joins), marked(rowsOf(selection), entries));
	if (format === 'markdown') throw new TypeError('only a reading list is written as Markdown');
	const joined = formatWith(format, joins);
	if (!themes) return writeRows(joined, rowsOf(selection));
	return themeArchive(themes, joined, (id) =>
		rowsOf(themes.find(({ themeId }) => themeId === id)?.selection ?? selection)
	);
}

/**
 * The file of an export.
 * @param onProgress told of the papers written so far
 * @throws the signal's reason when called off; Error when other papers came than the page counts
 */
export async function writeExport(
	reader: Reader,
	plan: ExportPlan,
	onProgress: OnProgress,
	signal: AbortSignal
): Promise<Blob> {
	let written = 0;
	async function* counted(selection: ExportSelection): Batches {
		for await (const rows of reader.exportRows(selection, signal)) {
			signal.throwIfAborted();
			yield rows;
			written += rows.length;
			onProgress({ done: written, total: plan.papers });
		}
	}
	const places = await placesOf(reader, plan, signal);
	const chunks = bytesOf(plan, (selection) =>
		places ? inPlace(counted(selection), places) : counted(selection)
	);
	const file = await collect(chunks, plan.mediaType);
	if (written !== plan.papers) {
		throw new Error(`${written} papers were written where the page counts ${plan.papers}.`);
	}
	return file;
}
