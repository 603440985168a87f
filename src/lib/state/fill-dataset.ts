import { bootEngine } from '../database/boot.ts';
import { WasmDatabase } from '../database/wasm-database.ts';
import { gatherPapers } from '../queries/sql/all-papers.ts';
import type { Manifest } from '../dataset/manifest.ts';
import type { TableName } from '../dataset/schema.ts';
import type { LoadingStep } from './engine-session.svelte.ts';
import type { DatasetReader } from './reader.ts';
import { WasmReader } from './wasm-reader.ts';

/** A dataset that is being handed over, batch by batch, into an engine of its own. */
export class FillingDataset {
	readonly #database: WasmDatabase;

	constructor(database: WasmDatabase) {
		this.#database = database;
	}

	/** Adds rows, given as an Arrow IPC stream, to a table of the part of its group. */
	insert(table: TableName, part: number, arrow: Uint8Array): Promise<void> {
		return this.#database.insert(table, part, arrow);
	}

	/** What can be asked of the dataset, once its last batch has been added. */
	async finish(manifest: Manifest): Promise<DatasetReader> {
		for (const { group, part } of manifest.files) await this.#database.create(group, part);
		await gatherPapers(this.#database, manifest);
		return new WasmReader(this.#database, manifest);
	}

	close(): Promise<void> {
		return this.#database.close();
	}
}

/**
 * An empty dataset in memory, in a query engine of its own.
 * @param engine address of the engine's WebAssembly, as a gzip file
 * @throws Error in words when the engine does not start; the signal's reason when that aborts first
 */
export async function fillDataset(
	engine: URL,
	report: (step: LoadingStep) => void,
	signal: AbortSignal
): Promise<FillingDataset> {
	const connection = await bootEngine(
		engine,
		(progress) => report({ step: 'Loading the query engine', ...progress }),
		signal
	);
	const database = new WasmDatabase(connection, ({ file }) =>
		Promise.reject(new Error(`${file} is not part of the opened papers.`))
	);
	try {
		await database.start();
		return new FillingDataset(database);
	} catch (error) {
		await database.close();
		throw error;
	}
}
