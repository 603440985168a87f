import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';

import type { Connection } from '../../../src/lib/database/connection.ts';
import { WasmDatabase } from '../../../src/lib/database/wasm-database.ts';

const require = createRequire(import.meta.url);

/** The EH bundle that the page ships, running in this process. */
export async function startEh(): Promise<Connection> {
	const folder = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
	const bundle = { mainModule: join(folder, 'duckdb-eh.wasm'), mainWorker: '' };
	const engine = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
	await engine.instantiate(() => {});
	engine.open({ path: ':memory:' });
	const connection = engine.connect();
	return {
		query: async (sql) => connection.query(sql),
		register: async (name, bytes) => engine.registerFileBuffer(name, bytes),
		insert: async (catalog, name, arrow) =>
			connection.insertArrowFromIPCStream(arrow, { schema: catalog, name, create: false }),
		died: new Promise(() => {}),
		close: async () => connection.close()
	};
}

/** The page's engine with a dataset's folder as its host. */
export async function openEh(folder: string): Promise<WasmDatabase> {
	const database = new WasmDatabase(await startEh(), ({ file }) => readFile(join(folder, file)));
	await database.start();
	return database;
}
