import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { AnyBatch, AnyValue } from './rows.ts';
import { tables, type TableName } from './schema.ts';

function canonicalValue(value: AnyValue): AnyValue {
	return value instanceof Uint8Array ? bytesToHex(value) : value;
}

/**
 * Running checksum over a table's rows. Each row is one line of JSON: an array of its values in the order of
 * the schema, FLOATs as the shortest decimal of the nearest single-precision number widened to a double,
 * DATEs as days since 1970-01-01, BLOBs in hexadecimal.
 */
export class TableChecksum {
	rows = 0;
	readonly #hash = sha256.create();
	readonly #columns: readonly { name: string; float: boolean }[];

	constructor(table: TableName) {
		this.#columns = Object.entries(tables[table].columns).map(([name, column]) => ({
			name,
			float: column.type === 'FLOAT'
		}));
	}

	/** Adds rows, which must follow the earlier ones in key order. */
	update(batch: AnyBatch): void {
		let lines = '';
		for (let row = 0; row < batch.length; row++) {
			const values = this.#columns.map(({ name, float }) => {
				const value = batch.columns[name]?.[row] ?? null;
				return float && typeof value === 'number' ? Math.fround(value) : canonicalValue(value);
			});
			lines += `${JSON.stringify(values)}\n`;
		}
		this.#hash.update(utf8ToBytes(lines));
		this.rows += batch.length;
	}

	/** The checksum of all rows added so far, 64 hexadecimal digits. Ends the computation. */
	digest(): string {
		return bytesToHex(this.#hash.digest());
	}
}
