import { expect, it } from 'vitest';

import { linesOf } from '../../../src/lib/corpus/bytes/cut-lines.ts';
import { decoded } from '../../../src/lib/corpus/bytes/decode.ts';
import { encodings } from '../../../src/lib/corpus/bytes/encodings.ts';
import { encodingTables, highBytes } from '../../support/encoding-tables.ts';

async function* one(bytes: Uint8Array) {
	yield bytes;
}

it.each(Object.entries(encodingTables))(
	'%s is read by its table, in a text and in lines',
	async (encoding, table) => {
		let text = '';
		for await (const piece of decoded(one(highBytes), encoding)) text += piece;
		expect(text).toBe(table);
		expect([...linesOf({ bytes: highBytes, encoding })]).toEqual([table]);
	}
);

it('has a table for every single-byte encoding', () => {
	const wide = /^utf-|^gb|^big5|^shift|^euc/;
	expect(encodings.filter((name) => !wide.test(name)).sort()).toEqual(Object.keys(encodingTables).sort());
});
