import type { Archive } from '../archive/read.ts';
import { arrowOf } from '../archive/arrow-batch.ts';
import { rowsOf } from '../archive/arrow-rows.ts';
import { ArchiveError } from '../archive/error.ts';
import type { OnProgress, Progress } from '../base/progress.ts';
import { bootEngine } from '../database/boot.ts';
import { WasmDatabase } from '../database/wasm-database.ts';
import { countProblems } from '../queries/count-problems.ts';
import { paperTexts } from '../queries/papers/whole-papers.ts';
import { attachMain, gatherPapers } from '../queries/sql/all-papers.ts';
import { columnsAfter } from '../dataset/compatible.ts';
import type { DatasetFile, Manifest } from '../dataset/manifest.ts';
import { tables, type TableName } from '../dataset/schema.ts';
import type { LoadingStep } from './engine-session.svelte.ts';
import type { DatasetReader } from './reader.ts';
import { WasmReader } from './wasm-reader.ts';

type Report = (step: LoadingStep) => void;

/** Writes the search index of a dataset anew: its rows, as Arrow IPC streams. */
export type IndexTexts = (
	request: {
		/** Of all papers, in the order of their ids. */
		texts: readonly { title: string; abstract: string }[];
		manifest: Manifest;
		onBatch: (batch: { table: TableName; part: number; arrow: Uint8Array }) => void;
		onProgress: OnProgress;
	},
	signal: AbortSignal
) => Promise<void>;

const isSearch = (table: TableName) => tables[table].group === 'search';

/** Whether an archive holds the search index, whole or in parts. */
const hasIndex = ({ entries }: Archive) =>
	entries.some(
		({ what }) =>
			(what.kind === 'file' && what.group === 'search') || (what.kind === 'rows' && isSearch(what.table))
	);

/** Builds the search index that an archive does not hold. */
async function fillIndex(
	manifest: Manifest,
	database: WasmDatabase,
	index: IndexTexts,
	report: Report,
	signal: AbortSignal
): Promise<void> {
	const texts = await paperTexts(database, manifest.files, signal);
	const inserts: Promise<void>[] = [];
	const onProgress = (progress: Progress) =>
		report({ step: 'Building the search index', unit: 'papers', ...progress });
	onProgress({ done: 0, total: texts.length });
	const onBatch: Parameters<IndexTexts>[0]['onBatch'] = ({ table, part, arrow }) =>
		void inserts.push(database.insert(table, part, arrow));
	await index({ texts, manifest, onBatch, onProgress }, signal);
	await Promise.all(inserts);
}

/** Puts rows saved in Arrow into tables, and makes sure that none is missing. */
async function fillTables(archive: Archive, database: WasmDatabase, report: Report, signal: AbortSignal) {
	const { manifest, entries } = archive;
	const counts = new Map<TableName, number>();
	const total = entries.reduce((sum, { size }) => sum + size, 0);
	let done = 0;
	for (const { what, whole, size } of entries) {
		signal.throwIfAborted();
		report({ step: 'Unpacking the papers', done: (done += size), total });
		if (what.kind !== 'rows') continue;
		const bytes = await whole();
		const rows = rowsOf(what.table, bytes, manifest.schemaVersion);
		counts.set(what.table, (counts.get(what.table) ?? 0) + rows.length);
		const isWhole = columnsAfter(what.table, manifest.schemaVersion).length === 0;
		await database.insert(what.table, what.part, isWhole ? bytes : arrowOf(what.table, rows));
	}
	for (const { group, part } of manifest.files) await database.create(group, part);
	await gatherPapers(database, manifest);
	const isHeld = (table: TableName) => !isSearch(table) || hasIndex(archive);
	const short = manifest.tables.find(({ name, rows }) => isHeld(name) && (counts.get(name) ?? 0) !== rows);
	if (short) throw new ArchiveError(`The saved dataset lacks rows of ${short.name}. Save it again.`);
}

/**
 * Opens a saved dataset in a query engine of its own.
 * @param engine address of the engine's WebAssembly, as a gzip file
 * @param index builds the search index where the dataset was saved without it
 * @throws ArchiveError when it is not as it was saved, Error in words when the engine does not start
 */
export async function openSaved(
	engine: URL,
	archive: Archive,
	index: IndexTexts,
	report: Report,
	signal: AbortSignal
): Promise<DatasetReader> {
	const { manifest, entries } = archive;
	const loading = (progress: Progress) => report({ step: 'Loading the query engine', ...progress });
	const connection = await bootEngine(engine, loading, signal);
	const load = async ({ file }: DatasetFile) => {
		const entry = entries.find(({ name }) => name === file);
		if (!entry) throw new ArchiveError(`The saved dataset lacks ${file}. Save it again.`);
		return entry.whole();
	};
	const database = new WasmDatabase(connection, load);
	try {
		await database.start();
		if (entries.some(({ what }) => what.kind === 'rows')) await fillTables(archive, database, report, signal);
		else await attachMain(database, manifest, signal);
		if (!hasIndex(archive)) await fillIndex(manifest, database, index, report, signal);
		const reader = new WasmReader(database, manifest);
		const [problem] = await countProblems(database, reader, manifest, signal);
		if (problem !== undefined)
			throw new ArchiveError(`It is not as it was saved: ${problem}. Save it again.`);
		return reader;
	} catch (error) {
		await database.close();
		throw error;
	}
}
