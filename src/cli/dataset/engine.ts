import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** A native DuckDB that holds nothing itself; a dataset's files are attached to it. */
export interface Engine {
	readonly connection: DuckDBConnection;
	close(): void;
}

/** Starts DuckDB without any access to the network: extensions are neither loaded nor fetched by themselves. */
export async function startEngine(): Promise<Engine> {
	const instance = await DuckDBInstance.create(':memory:', {
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false'
	});
	const connection = await instance.connect();
	return {
		connection,
		close: () => {
			connection.closeSync();
			instance.closeSync();
		}
	};
}

/** A text as an SQL literal, for the paths and names that this program chooses. */
export function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
