import type { ArrowTable } from './arrow-result.ts';

/** An open connection to a DuckDB-WASM, wherever that runs. */
export interface Connection {
	query(sql: string): Promise<ArrowTable>;
	/** Gives the engine a file of this name. */
	register(name: string, bytes: Uint8Array): Promise<void>;
	/** Adds rows, given as an Arrow IPC stream, to a table of an attached database. */
	insert(catalog: string, table: string, arrow: Uint8Array): Promise<void>;
	/** Resolves when the engine has died; what it was asked is then never answered. */
	readonly died: Promise<Error>;
	close(): Promise<void>;
}
