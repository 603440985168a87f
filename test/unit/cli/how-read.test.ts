import { expect, it } from 'vitest';

import { accountLines } from '../../../src/cli/terminal/summary.ts';
import type { InputAccount } from '../../../src/lib/dataset/account.ts';
import { accountCsv } from '../../../src/lib/export/account-csv.ts';

const input: InputAccount = {
	...{
		file: 'a.csv',
		bytes: 9,
		sha256: 'ab',
		format: 'csv',
		records: 5,
		papers: 5,
		duplicates: 0,
		rejected: 0
	},
	...{ others: ['bibtex'], encoding: 'utf-8', undecoded: 3 },
	dateOrders: [
		{ column: 'date', order: 'dmy', dates: 4, contradicted: false },
		{ column: 'pubdate', order: null, dates: 1, contradicted: true },
		{ column: 'issued', order: null, dates: 2, contradicted: false }
	]
};

it('the summary says what else a file could be, what could not be decoded and how dates of an open order were read', () => {
	const lines = accountLines({ title: null, listed: null, inputs: [input], rejections: [] });
	expect(lines.join('\n').split('\n').slice(1)).toEqual([
		'  it could also be read as BibTeX, of which it has less; see --format',
		'  3 characters could not be decoded as utf-8; see --encoding',
		'  date: 4 dates such as 03/07/2024 read day first',
		'  pubdate: 1 date such as 03/07/2024 read as years (the column contradicts itself)',
		'  issued: 2 dates such as 03/07/2024 read as years (nothing shows the order; see --date-order)'
	]);
});

it('the report has the same for each file', () => {
	const plain: InputAccount = { ...input };
	delete plain.others;
	delete plain.encoding;
	delete plain.undecoded;
	delete plain.dateOrders;
	const [header, full, bare] = accountCsv([input, plain]).split('\r\n');
	expect(header).toMatch(/,encoding,undecoded,date_orders,other_formats$/);
	expect(full).toMatch(/,utf-8,3,date dmy; pubdate unclear; issued unclear,bibtex$/);
	expect(bare).toMatch(/,,0,,$/);
});
