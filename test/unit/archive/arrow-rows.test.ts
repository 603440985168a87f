import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';

import { arrowOf } from '../../../src/lib/archive/arrow-batch.ts';
import { rowsOf } from '../../../src/lib/archive/arrow-rows.ts';
import { ArchiveError } from '../../../src/lib/archive/error.ts';
import { tables, type Column } from '../../../src/lib/dataset/schema.ts';
import { randomSource } from '../../support/random.ts';

/** Two rows of a table, the second with nothing but what must be there. */
function twoRows(table: keyof typeof tables) {
	const some = {
		SMALLINT: [-7, 7],
		INTEGER: [2_147_483_647, 0],
		FLOAT: [0.25, -1],
		BOOLEAN: [true, false],
		DATE: [19_999, -1],
		VARCHAR: ['Ünïcode 🧪 =1+1', ''],
		BLOB: [Uint8Array.of(0, 255), new Uint8Array(0)]
	} as const;
	const declared: [string, Column][] = Object.entries(tables[table].columns);
	const columns = declared.map(([name, { type, nullable }]) => {
		const [first, second] = some[type];
		return [name, [first, nullable ? null : second]] as const;
	});
	return { length: 2, columns: Object.fromEntries(columns) };
}

describe('rows in Arrow', () => {
	it('are read as they were written, in every type, with what is missing', () => {
		for (const table of ['papers', 'paper_vectors', 'cube', 'k_curve', 'postings'] as const) {
			expect(rowsOf(table, arrowOf(table, twoRows(table)))).toEqual(twoRows(table));
		}
	});

	it('are refused when they belong to another table or lack values', () => {
		const refused = (arrow: Uint8Array) => expect(() => rowsOf('postings', arrow));
		refused(arrowOf('k_curve', twoRows('k_curve'))).toThrow(
			/rows of postings cannot be read \(they are of another/
		);
		const wide = tableToIPC(
			tableFromArrays({ term_id: [1, 2], paper_id: [1, 2], frequency: new Int32Array(2) }),
			'stream'
		);
		refused(wide).toThrow(/they are of another table/);
		refused(new Uint8Array([1, 2, 3])).toThrow(ArchiveError);
	});

	it('never break otherwise, whatever is changed in them', () => {
		const arrow = arrowOf('cube', twoRows('cube'));
		const random = randomSource(5);
		let refused = 0;
		for (let trial = 0; trial < 600; trial++) {
			const bytes = arrow.slice(0, random() < 0.1 ? Math.floor(random() * arrow.length) : undefined);
			bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
			try {
				expect(rowsOf('cube', bytes).length).toBe(2);
			} catch (error) {
				if (!(error instanceof ArchiveError)) throw error;
				refused++;
			}
		}
		expect(refused).toBeGreaterThan(100);
	});
});
