import { describe, expect, it } from 'vitest';

import { isBalanced, readCorpus } from '../../support/corpora.ts';

const jsonl = (...records: unknown[]) => records.map((record) => JSON.stringify(record)).join('\n');

describe('JSON Lines', () => {
	it('reads half a character as one that is missing, which every file can hold', async () => {
		const { papers } = await readCorpus({
			a: '{"title": "Half \\ud83d of it", "abstract": "An \\udc00 end, a whole \\ud83d\\udc69 one."}'
		});
		expect(papers).toMatchObject([
			{ title: 'Half \ufffd of it', abstract: 'An \ufffd end, a whole 👩 one.' }
		]);
	});

	it('reads the usual names of fields', async () => {
		const { papers } = await readCorpus({
			a: jsonl(
				{
					id: '2405.1',
					title: ' Tides\n and  moons ',
					summary: 'We watch\twater.',
					authors: ['Ada B.', 'Cyd E.'],
					date: '2024-05-03',
					journal: 'Sea',
					link: 'https://example.org/1',
					organization: 'Harbour',
					upvotes: 0,
					comments: 3,
					DOI: 'https://doi.org/10.1234/ABC'
				},
				{ text: 'Only a text.', label: 'x' },
				{ Title: 'Only a title', num_authors: 4, year: 2019 }
			)
		});
		expect(papers).toMatchObject([
			{
				sourceId: '2405.1',
				title: 'Tides and moons',
				abstract: 'We watch water.',
				authors: ['Ada B.', 'Cyd E.'],
				teamSize: 2,
				published: '2024-05-03',
				datePrecision: 'day',
				venue: 'Sea',
				url: 'https://example.org/1',
				organisation: 'Harbour',
				upvotes: 0,
				comments: 3,
				doi: '10.1234/abc'
			},
			{ title: '', abstract: 'Only a text.', teamSize: null },
			{ title: 'Only a title', abstract: '', teamSize: 4, published: '2019-01-01', datePrecision: 'year' }
		]);
	});

	it.each([
		[['A. One', 'B. Two', 'C. Three'], 3],
		[[{ name: 'A. One' }, { family: 'Two', given: 'B.' }], 2],
		['One, Anna; Two, Ben', 2],
		['Anna One and Ben Two', 2],
		['Anna One, Ben Two and Cyd Three', 3],
		['Anna One, Ben Two, Cyd Three', 3],
		['One, Anna', 1],
		['One, Anna, Two, Ben', null],
		['Anna One et al.', null],
		['Smith, J., Jones, B. C.', 2],
		['Smith, J., & Jones, B.', 2],
		['Smith, J., Jr., Jones, B.', 2],
		['Anna One, Ben Two, Jr., Cyd Three', 3],
		['Smith, Anna and Jones, Ben', 2],
		['Anna One*, Ben Two1,2 and Cyd Three†', 3],
		['Anna\u00a0One | Ben Two', 2],
		['Anna One & Ben Two & Cyd Three', 3],
		['van der Berg, Jan; Smith, Anna Maria', 2],
		['One A; Two B; et al.', null],
		[['Anna One', 'et al.'], null],
		[['Anna One', 'Anna One'], 2],
		[['One, Anna; Two, Ben'], 2],
		['Anonymous', null],
		["['Marx, Karl', 'Lindgren, Astrid']", 2],
		[7, 7],
		['12', 12],
		[[], null],
		['', null],
		[null, null]
	])('counts the authors of %j as %s', async (authors, teamSize) => {
		const { papers } = await readCorpus({ a: jsonl({ title: 'T', abstract: 'A', authors }) });
		expect(papers[0]?.teamSize).toBe(teamSize);
	});

	it.each([
		['2024', '2024-01-01', 'year'],
		[2024, '2024-01-01', 'year'],
		['2024-03', '2024-03-01', 'month'],
		['2024/3/7', '2024-03-07', 'day'],
		['2024-03-07T23:59:59-11:00', '2024-03-07', 'day'],
		['2024-03-07 00:00:00', '2024-03-07', 'day'],
		['7 March 2024', '2024-03-07', 'day'],
		['Mar 7, 2024', '2024-03-07', 'day'],
		['Sept. 2024', '2024-09-01', 'month'],
		['2024 Dec 24', '2024-12-24', 'day'],
		['datetime.datetime(2024, 3, 7, 1, 2)', '2024-03-07', 'day'],
		['2014//', '2014-01-01', 'year'],
		['2024-05-00', '2024-05-01', 'month'],
		['20240307', '2024-03-07', 'day'],
		['7.3.2024', '2024-03-07', 'day'],
		['03/25/2024', '2024-03-25', 'day'],
		['03/07/2024', '2024-01-01', 'year'],
		['Mon, 2 Apr 2007 19:18:42 GMT', '2007-04-02', 'day'],
		['Jan-Feb 2019', '2019-01-01', 'year'],
		['24-27 Sept. 2019', '2019-09-01', 'month'],
		['Spring 2019', '2019-01-01', 'year'],
		['©2010', '2010-01-01', 'year'],
		['2023-02-29', null, null],
		['2024-13', null, null],
		['9999999', null, null],
		['soon', null, null]
	])('dates %j as %s to the %s', async (date, published, datePrecision) => {
		const { papers } = await readCorpus({ a: jsonl({ title: 'T', abstract: 'A', date }) });
		expect(papers[0]).toMatchObject({ published, datePrecision });
	});

	it('lists what is no paper, with its place and reason', async () => {
		const text = [
			'{"title":"A","abstract":"B"}',
			'',
			'{"title":',
			'[1]',
			'{"title":"","abstract":" [No abstract available] "}',
			'"x"'
		].join('\n');
		const { account } = await readCorpus({ 'a.jsonl': text });
		expect(account.inputs).toMatchObject([{ records: 5, papers: 1, duplicates: 0, rejected: 4 }]);
		expect(account.rejections.map(({ record, reason }) => [record, reason.split(':')[0]])).toEqual([
			[2, 'not valid JSON'],
			[3, 'not a JSON object'],
			[4, 'no title and no abstract'],
			[5, 'not a JSON object']
		]);
		expect(account.rejections[0]).toMatchObject({ file: 'a.jsonl', excerpt: '{"title":' });
	});

	it('merges identical records across files unless told otherwise', async () => {
		const files = {
			a: jsonl({ id: 'x', title: 'One', abstract: 'Same.' }, { title: 'Two', abstract: 'Other' }),
			b: jsonl(
				{ id: 'x', title: 'Changed', abstract: 'Text' },
				{ title: ' TWO!', abstract: 'other.' },
				{ title: 'Two', abstract: 'Another' }
			)
		};
		const merged = await readCorpus(files);
		expect(merged.papers.map(({ title, abstract }) => `${title}/${abstract}`)).toEqual([
			'One/Same.',
			'Two/Other',
			'Two/Another'
		]);
		expect(merged.account.inputs.map(({ duplicates }) => duplicates)).toEqual([0, 2]);
		expect(isBalanced(merged.account)).toBe(true);
		expect((await readCorpus(files, { keepDuplicates: true })).papers).toHaveLength(5);
	});

	it('is not confused by names of object members', async () => {
		const { papers } = await readCorpus({
			a: '{"__proto__":{"title":"no"},"constructor":"x","title":"constructor","abstract":"__proto__"}\n'
		});
		expect(papers).toMatchObject([{ title: 'constructor', abstract: '__proto__' }]);
		expect(({} as Record<string, unknown>).title).toBeUndefined();
	});
});
