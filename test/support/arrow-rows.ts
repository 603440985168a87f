import { tableFromIPC } from 'apache-arrow';

import type { AnyBatch, AnyValue } from '../../src/lib/dataset/rows.ts';
import { tables, type TableName } from '../../src/lib/dataset/schema.ts';

/** The batch that an Arrow IPC stream holds, read by Arrow's own reader. */
export function batchOf(table: TableName, arrow: Uint8Array): AnyBatch {
	const read = tableFromIPC(arrow);
	const columns = Object.entries(tables[table].columns).map(([name, { type }]) => {
		const vector = read.getChild(name);
		const values = Array.from({ length: read.numRows }, (_, row) => vector?.get(row) as AnyValue);
		// Arrow's reader gives days as milliseconds.
		const days = (value: AnyValue) => (value === null ? null : Number(value) / 86_400_000);
		return [name, type === 'DATE' ? values.map(days) : values] as const;
	});
	return { length: read.numRows, columns: Object.fromEntries(columns) };
}
