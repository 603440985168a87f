import { describe, expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { JsonSplitter } from '../../../src/lib/corpus/formats/json/json-split.ts';
import { openCorpus } from '../../../src/lib/corpus/pass/open.ts';
import { parseLiteral } from '../../../src/lib/corpus/paper/python-literal.ts';
import { isBalanced, readCorpus } from '../../support/corpora.ts';

describe('JSON', () => {
	it('reads objects one after the other, objects by key, and lists in lists', async () => {
		const one = { title: 'One', abstract: 'First text' };
		const two = { title: 'Two', abstract: 'Second text' };
		const titles = async (text: string) => (await readCorpus({ a: text })).papers.map(({ title }) => title);
		expect(await titles(`${JSON.stringify(one, null, 2)}\n${JSON.stringify(two, null, 2)}`)).toEqual([
			'One',
			'Two'
		]);
		expect(await titles(JSON.stringify({ a1: one, a2: two }))).toEqual(['One', 'Two']);
		expect(await titles(JSON.stringify([[one], [two]]))).toEqual(['One', 'Two']);
		expect(await titles(JSON.stringify({ version: 1, items: [one, two], tail: { x: [1] } }))).toEqual([
			'One',
			'Two'
		]);
	});

	it('lists what is no record, and keeps the rest of a file that is cut short', async () => {
		const { papers, account } = await readCorpus({
			a: '[{"title":"One"}, 5, {"title": NaN, "abstract": "Two"}, {"title":"Thr'
		});
		expect(papers.map(({ title, abstract }) => title || abstract)).toEqual(['One', 'Two']);
		expect(account.rejections.map(({ record, reason }) => [record, reason])).toEqual([
			[2, 'not a JSON object'],
			[4, 'not valid JSON']
		]);
		expect(isBalanced(account)).toBe(true);
	});

	it('cuts records the same wherever the text is cut', async () => {
		const text = JSON.stringify(
			{
				x: [1, '],'],
				data: [{ title: 'An odd " quote \\ ] } , ü', n: { deep: [[{}]] } }, 'str}', 7, { title: 'B' }],
				z: '{'
			},
			null,
			1
		);
		const whole = new JsonSplitter().push(text);
		expect(whole).toHaveLength(4);
		for (const size of [1, 2, 5, 13]) {
			const splitter = new JsonSplitter();
			const records = [];
			for (let at = 0; at < text.length; at += size)
				records.push(...splitter.push(text.slice(at, at + size)));
			expect([...records, ...splitter.end()]).toEqual(whole);
		}
	});

	it('reads a list that comes in small pieces', async () => {
		const bytes = new TextEncoder().encode(
			JSON.stringify(Array.from({ length: 300 }, (_, i) => ({ title: `T${i}` })))
		);
		const source = openCorpus([
			{
				...memorySource('a', bytes),
				stream: async function* () {
					for (let i = 0; i < bytes.length; i += 97) yield bytes.subarray(i, i + 97);
				}
			}
		]);
		let papers = 0;
		for await (const batch of source.papers()) papers += batch.length;
		expect(papers).toBe(300);
	});
});

describe('tables saved as JSON', () => {
	it.each([
		['by row', '{"title":{"3":"A","4":"B"},"abstract":{"3":"Cold.","4":null},"year":{"3":2020,"4":2021}}'],
		['in lists', '{"title":["A","B"],"abstract":["Cold.",null],"year":[2020,2021]}']
	])('column after column, %s, have a paper in each row', async (_, text) => {
		const { papers, account } = await readCorpus({ 'a.json': text });
		expect(account.inputs).toMatchObject([{ records: 2, rejected: 0 }]);
		expect(papers).toMatchObject([
			{ title: 'A', abstract: 'Cold.', published: '2020-01-01' },
			{ title: 'B', abstract: '', published: '2021-01-01' }
		]);
	});

	it('row after row, behind the names of their columns, have a paper in each row', async () => {
		const table = {
			columns: ['title', 'abstract', 'year'],
			index: [3, 4, 5],
			data: [['A', 'Cold, "very".', 2020], ['B', null, 2021], ['C']]
		};
		for (const text of [JSON.stringify(table), JSON.stringify(table, null, 1)]) {
			const { papers, account } = await readCorpus({ 'a.json': text });
			expect(account.inputs).toMatchObject([{ format: 'json', records: 3, papers: 2, rejected: 1 }]);
			expect(account.rejections).toMatchObject([
				{ record: 3, reason: 'not as many cells as the table has columns' }
			]);
			expect(papers).toMatchObject([
				{ title: 'A', abstract: 'Cold, "very".', published: '2020-01-01' },
				{ title: 'B', abstract: '', published: '2021-01-01' }
			]);
		}
	});

	it('may have columns that the user names', async () => {
		const { papers } = await readCorpus(
			{ 'a.json': '{"columns":["x","y"],"data":[["Cold.","A"]]}' },
			{ columns: { y: 'title', x: 'abstract' } }
		);
		expect(papers).toMatchObject([{ title: 'A', abstract: 'Cold.' }]);
	});

	it('are told from a record of lists', async () => {
		const { papers } = await readCorpus({
			'a.json': '{"title":["A"],"abstract":["One.","Two."],"authors":["A B","C D"]}'
		});
		expect(papers).toMatchObject([{ title: 'A', abstract: 'One. Two.', teamSize: 2 }]);
	});
});

describe('a list of texts', () => {
	it('has an abstract in each, a title in a short one', async () => {
		const long = 'We study how ice melts in water. '.repeat(5).trim();
		const { papers, account } = await readCorpus({
			'a.json': JSON.stringify([`[1] ${long}`, `On ice\n${long} Twice.`, 'On snow', '', 7])
		});
		expect(account.inputs).toMatchObject([{ format: 'json', records: 5, papers: 3, rejected: 2 }]);
		expect(account.rejections.map(({ record, reason }) => [record, reason])).toEqual([
			[4, 'no title and no abstract'],
			[5, 'not a JSON object']
		]);
		expect(papers).toMatchObject([
			{ title: '', abstract: `[1] ${long}` },
			{ title: 'On ice', abstract: `${long} Twice.` },
			{ title: 'On snow', abstract: '' }
		]);
	});
});

describe('literals of Python', () => {
	it.each([
		[
			"{'a': [1, -2.5e3, True, None], \"b\": 'it\\'s \\u00e9\\x41'}",
			{ a: [1, -2500, true, null], b: "it's éA" }
		],
		["('x',)", ['x']],
		["{'__proto__': 'p'}", JSON.parse('{"__proto__":"p"}')],
		["['open", undefined],
		['[1] 2', undefined],
		['['.repeat(5000), undefined]
	])('%s', (text, value) => {
		expect(parseLiteral(text)).toEqual(value);
	});
});
