import { expect, it } from 'vitest';

import { ByteWriter } from '../../../src/lib/base/byte-writer.ts';
import { rowEnds, writeCanonical } from '../../../src/lib/dataset/canonical.ts';

it('tells where the rows end, whatever their texts hold', () => {
	const names = ['Ada\nLovelace', '', '"\\\n"', 'Ὑπατία\r\n'];
	const out = new ByteWriter();
	const columns = { paper_id: Int32Array.of(0, 0, 1, 2), position: Int32Array.of(1, 2, 1, 1), name: names };
	writeCanonical('paper_authors', { length: names.length, columns }, out);
	const lines = out.written();
	const ends = rowEnds(lines, names.length);
	const rows = names.map((_, row) => new TextDecoder().decode(lines.subarray(ends[row], ends[row + 1])));
	expect(rows.map((row) => JSON.parse(row))).toEqual([
		[0, 1, names[0]],
		[0, 2, names[1]],
		[1, 1, names[2]],
		[2, 1, names[3]]
	]);
	expect(ends.at(-1)).toBe(lines.length);
	expect([...rowEnds(lines.subarray(0, 0), 0)]).toEqual([0]);
});
