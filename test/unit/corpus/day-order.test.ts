import { describe, expect, it } from 'vitest';

import { corpusOptionsFrom } from '../../../src/cli/input/reading-options.ts';
import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus, type CorpusOptions } from '../../../src/lib/corpus/pass/open.ts';
import { corpusParameters } from '../../../src/lib/corpus/pass/parameters.ts';
import { previewFile } from '../../../src/lib/corpus/pass/preview.ts';
import { createRandom } from '../../../src/lib/pipeline/random.ts';
import { readCorpus } from '../../support/corpora.ts';

const table = (dates: readonly string[], column = 'Publication Date') =>
	`Title,${column},Abstract\n${dates.map((date, i) => `Otters ${i},${date},Text ${i}\n`).join('')}`;
const jsonl = (dates: readonly string[]) =>
	dates.map((date, i) => `${JSON.stringify({ title: `Otters ${i}`, date })}\n`).join('');

async function datesOf(text: string, options: CorpusOptions = {}) {
	const { papers, account } = await readCorpus({ a: text }, options);
	return {
		dates: papers.map(({ published, datePrecision }) =>
			datePrecision === 'year' ? published?.slice(0, 4) : published
		),
		stated: account.inputs[0]?.dateOrders
	};
}

const facts = (order: 'dmy' | 'mdy' | null, dates: number, contradicted = false) => [
	{ column: 'publicationdate', order, dates, contradicted }
];

describe('the order of day and month', () => {
	it.each([
		['a day first', ['03/04/2024', '25/12/2024'], ['2024-04-03', '2024-12-25'], facts('dmy', 1)],
		['a month first', ['03-04-24', '12-25-24'], ['2024-03-04', '2024-12-25'], facts('mdy', 1)],
		['nothing', ['03/04/2024', '05/05/2024'], ['2024', '2024-05-05'], facts(null, 1)],
		[
			'both',
			['03/04/2024', '25/12/2024', '12/25/2024'],
			['2024', '2024-12-25', '2024-12-25'],
			facts(null, 1, true)
		],
		['dots', ['03.04.2024', '2.1.2024'], ['2024-04-03', '2024-01-02'], undefined],
		['dots and a month first', ['03.04.2024', '12.25.2024'], ['2024-03-04', '2024-12-25'], undefined],
		['the ISO', ['2024-04-03', '2024'], ['2024-04-03', '2024'], undefined]
	])('is what the dates of a column show: %s', async (_, given, dates, stated) => {
		expect(await datesOf(table(given))).toEqual({ dates, stated });
		expect((await datesOf(jsonl(given))).dates).toEqual(dates);
	});

	it('is another in another column and in another file', async () => {
		const text =
			'Title,Publication Date,Date of publication\nA,03/04/2024,\nB,,03/04/2024\nC,25/12/2024,\nD,,12/25/2024\n';
		expect((await datesOf(text)).dates).toEqual(['2024-04-03', '2024-03-04', '2024-12-25', '2024-12-25']);
		const { papers } = await readCorpus({
			a: 'title,date\nA,03/04/2024\nB,25/12/2024\n',
			b: 'title,date\nC,03/04/2024\nD,12/25/2024\n',
			c: 'title,date\nE,03/04/2024\n'
		});
		expect(papers.map(({ published }) => published)).toEqual([
			...['2024-04-03', '2024-12-25', '2024-03-04', '2024-12-25', '2024-01-01']
		]);
	});

	it('may be stated, for all files or for one', async () => {
		const text = table(['03/04/2024', '25/12/2024']);
		expect((await datesOf(text, { dateOrder: 'mdy' })).dates).toEqual(['2024-03-04', '2024-12-25']);
		const options = { each: [{}, { dateOrder: 'mdy' as const }] };
		const two = await readCorpus(
			{ a: 'title,date\nA,03/04/2024\n', b: 'title,date\nB,03/04/2024\n' },
			options
		);
		expect(two.papers.map(({ published }) => published)).toEqual(['2024-01-01', '2024-03-04']);
		expect(corpusParameters(options, ['a', 'b']).files).toEqual(['b = mdy']);
		const values = { format: 'auto', column: [], 'keep-duplicates': false };
		expect(corpusOptionsFrom({ ...values, 'date-order': 'dmy' }).dateOrder).toBe('dmy');
		expect(() => corpusOptionsFrom({ ...values, 'date-order': 'ymd' })).toThrow('must be one of dmy, mdy');
	});

	it('does not depend on pieces or on the order of the records', async () => {
		const random = createRandom(3);
		const given = Array.from(
			{ length: 60 },
			() => `0${1 + random.integer(9)}/0${1 + random.integer(9)}/2024`
		);
		const last = jsonl([...given, '25/12/2024'])
			.trimEnd()
			.split('\n');
		const read = async (lines: readonly string[], pieceBytes: number) => {
			const source = openCorpus([memorySource('a', `${lines.join('\n')}\n`)], {}, { pieceBytes });
			const found: string[] = [];
			for await (const batch of source.papers())
				found.push(...batch.map(({ title, published }) => `${title} ${published}`));
			return found.sort();
		};
		const whole = await read(last, 1 << 20);
		expect(whole.filter((line) => line.endsWith('-01-01')).length).toBeLessThan(9);
		expect(await read(last, 100)).toEqual(whole);
		expect(await read(last.toReversed(), 333)).toEqual(whole);
	});

	it('is shown in the preview, as the papers are', async () => {
		const { parts } = await previewFile(memorySource('a', table(['03/04/2024', '25/12/2024'])), {}, 1e6);
		expect(parts[0]?.dateOrders).toEqual(facts('dmy', 1));
		expect(parts[0]?.sample[0]?.published).toBe('2024-04-03');
		const open = await previewFile(memorySource('a', table(['03/04/2024'])), { dateOrder: 'mdy' }, 1e6);
		expect(open.parts[0]?.sample[0]?.published).toBe('2024-03-04');
	});
});
