import type { Archive } from '../archive/read.ts';
import { arrowOf } from '../archive/arrow-batch.ts';
import { rowsOf } from '../archive/arrow-rows.ts';
import { ArchiveError } from '../archive/error.ts';
import type { Progress } from '../base/progress.ts';
import { bootEngine } from '../database/boot.ts';
import { WasmDatabase } from '../database/wasm-database.ts';
import { countProblems } from '../queries/count-problems.ts';
import { attachMain, gatherPapers } from '../queries/sql/all-papers.ts';
import { columnsAfter } from '../dataset/compatible.ts';
import type { DatasetFile } from '../dataset/manifest.ts';
import type { TableName } from '../dataset/schema.ts';
import type { LoadingStep } from './engine-session.svelte.ts';
import type { DatasetReader } from './reader.ts';
import { WasmReader } from './wasm-reader.ts';

type Report = (step: LoadingStep) => void;

/** Puts rows saved in Arrow into tables, and makes sure that none is missing. */
async function fillTables(
	{ manifest, entries }: Archive,
	database: WasmDatabase,
	report: Report,
	signal: AbortSignal
) {
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
	const short = manifest.tables.find(({ name, rows }) => (counts.get(name) ?? 0) !== rows);
	if (short) throw new ArchiveError(`The saved dataset lacks rows of ${short.name}. Save it again.`);
}

/**
 * Opens a saved dataset in a query engine of its own.
 * @param engine address of the engine's WebAssembly, as a gzip file
 * @throws ArchiveError when it is not as it was saved, Error in words when the engine does not start
 */
export async function openSaved(
	engine: URL,
	archive: Archive,
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
