import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

import { offlineSettings } from '../../lib/engine/attach.ts';
import { quoteText } from '../../lib/queries/sql/quote.ts';
import { temporaryFolder } from '../cleanups.ts';

/** A native DuckDB that holds nothing itself; a dataset's files are attached to it. */
export interface Engine {
	readonly connection: DuckDBConnection;
	/** Another connection, with a transaction of its own; closed by whoever asked for it. */
	connect(): Promise<DuckDBConnection>;
	close(): void;
}

/**
 * Starts DuckDB without any access to the network: extensions are neither loaded nor fetched by themselves. What does not
 * fit into memory goes to a temporary folder of this user, not to the one that a command was called in.
 */
export async function startEngine(): Promise<Engine> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	const { folder, remove } = temporaryFolder();
	await connection.run(`SET temp_directory = ${quoteText(folder)}`);
	for (const setting of offlineSettings) await connection.run(setting);
	// A commit then writes the file itself and no log before it.
	await connection.run("SET checkpoint_threshold = '1KB'");
	return {
		connection,
		connect: () => instance.connect(),
		close: () => {
			connection.closeSync();
			instance.closeSync();
			remove();
		}
	};
}
