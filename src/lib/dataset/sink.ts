import type { Batch } from './rows.ts';
import type { TableName } from './schema.ts';

/** Room outside memory for what a build needs again before it ends. */
export interface Scratch {
	/** Bytes that were appended. */
	readonly length: number;
	append(bytes: Uint8Array): void;
	/** Fills `into` with the bytes from a place on, all of which were appended. */
	read(from: number, into: Uint8Array): void;
}

/**
 * Where a build puts its tables. Batches of one table arrive in key order; `part` numbers the file of the
 * table's group from 0 and never decreases within a table. The builder waits for each write before the next.
 */
export interface DatasetSink {
	write<T extends TableName>(table: T, batch: Batch<T>, part: number): Promise<void>;
	/** Room outside memory, where the host has some. */
	scratch?: Scratch | undefined;
}
