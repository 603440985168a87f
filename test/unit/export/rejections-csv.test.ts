import Papa from 'papaparse';
import { expect, it } from 'vitest';

import { rejectionLines, rejectionsHeader } from '../../../src/lib/export/account-csv.ts';

it('writes rejected records that a spreadsheet reads back and never runs', () => {
	const rejections = [
		{ file: 'a, b.jsonl', record: 12, reason: 'not valid JSON', excerpt: '=HYPERLINK("http://x";"y")' },
		{ file: '-list.csv', record: 1234, reason: '3 cells, "odd"', excerpt: '' }
	];
	const text = rejectionsHeader() + rejectionLines(rejections);
	expect(text.startsWith('\uFEFFfile,record,reason,excerpt\r\n')).toBe(true);
	const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
	expect(data.slice(1)).toEqual([
		['a, b.jsonl', '12', 'not valid JSON', `'=HYPERLINK("http://x";"y")`],
		["'-list.csv", '1234', '3 cells, "odd"', '']
	]);
});
