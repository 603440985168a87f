import type { Batch } from './rows.ts';
import type { TableName } from './schema.ts';
import type { Scratch } from './scratch.ts';

/**
 * Where a build puts its tables. Batches of one table arrive in key order; `part` numbers the file of the
 * table's group from 0 and never decreases within a table. The builder waits for each write before the next.
 */
export interface DatasetSink {
	write<T extends TableName>(table: T, batch: Batch<T>, part: number): Promise<void>;
	/** Room outside memory, where the host has some. */
	scratch?: Scratch | undefined;
}
