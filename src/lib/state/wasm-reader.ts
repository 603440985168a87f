import type { WasmDatabase } from '../database/wasm-database.ts';
import type { Manifest } from '../dataset/manifest.ts';
import { DatasetQueries } from '../queries/dataset-queries.ts';
import type { DatasetReader } from './reader.ts';

/** A dataset in an engine of its own, which ends with the reader. */
export class WasmReader extends DatasetQueries implements DatasetReader {
	readonly answersFrom = 'browser';
	readonly #database: WasmDatabase;

	constructor(database: WasmDatabase, manifest: Manifest) {
		super(database, manifest);
		this.#database = database;
	}

	get died(): Promise<Error> {
		return this.#database.died;
	}

	close(): Promise<void> {
		return this.#database.close();
	}
}
