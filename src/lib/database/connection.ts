import type { ArrowTable } from './arrow-result.ts';

/** An open connection to a DuckDB-WASM, wherever that runs. */
export interface Connection {
	query(sql: string): Promise<ArrowTable>;
	/** Gives the engine a file of this name. */
	register(name: string, bytes: Uint8Array): Promise<void>;
	close(): Promise<void>;
}
