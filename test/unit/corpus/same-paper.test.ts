import { describe, expect, it } from 'vitest';

import { mergedWords, mergeKeys } from '../../../src/lib/dataset/account.ts';
import { DuplicateSurvey } from '../../../src/lib/corpus/pass/duplicates.ts';
import { keysOf } from '../../../src/lib/corpus/pass/key-columns.ts';
import { bare } from '../../../src/lib/corpus/paper/record.ts';
import type { Paper } from '../../../src/lib/dataset/paper.ts';
import { createRandom, type Random } from '../../../src/lib/pipeline/random.ts';
import { mergesCsv } from '../../../src/lib/export/account-csv.ts';
import { isBalanced, readCorpus } from '../../support/corpora.ts';

const paper = (facts: Partial<Paper>): Paper => ({ ...bare('', ''), ...facts });

function merged(papers: readonly Paper[], pieces = 1, fileOf: (paper: Paper) => number = () => 0) {
	const survey = new DuplicateSurvey();
	if (pieces === 1) for (const one of papers) survey.add(one, fileOf(one));
	else {
		const length = Math.ceil(papers.length / pieces);
		for (let from = 0; from < papers.length; from += length)
			survey.addKeys(keysOf(papers.slice(from, from + length), 0), 0);
	}
	return survey.merged();
}

const keptOf = (papers: readonly Partial<Paper>[]) => [...merged(papers.map(paper)).kept];

const otters = { title: 'Otters in rivers', authors: ['Berg, Anna'], abstract: 'Rivers.' };
const beavers = { title: 'Beavers and dams', authors: ['Falk, Carl'], abstract: 'Dams.' };

describe('the same paper', () => {
	it('is not told by an id where titles and authors differ, or titles and DOIs', () => {
		const sourceId = 'POPULATION; GROWTH';
		expect(
			keptOf([
				{ ...otters, sourceId },
				{ ...beavers, sourceId }
			])
		).toEqual([0, 1]);
		const bareOnes = [otters, beavers].map((one, i) => ({
			...one,
			sourceId,
			authors: [],
			doi: `10.5555/${i}`
		}));
		expect(keptOf(bareOnes)).toEqual([0, 1]);
	});

	it('is told by a title whatever the looks of its letters and digits', () => {
		const published = '2020-01-01';
		const titles = [
			'Eﬃcient capture of CO₂ in caves',
			'Efficient capture of CO2 in caves',
			'Efficient capture of CO3 in caves'
		];
		const [first, second, other] = keptOf(
			titles.map((title) => ({ ...otters, title, published, abstract: '' }))
		);
		expect(first).toBe(second);
		expect(other).toBe(2);
	});

	it.each(['NA', 'n/a', '#N/A', '-', 'null', '[Not Available]', '0000'])(
		'is not told by the id %s',
		(sourceId) => {
			const [a, b] = [otters, beavers].map((one) => ({ ...one, sourceId, authors: [] }));
			expect(keptOf([a ?? {}, b ?? {}])).toEqual([0, 1]);
		}
	);

	it('is not told by the DOI of a book, which does not keep copies apart either', () => {
		const doi = '10.5555/book';
		const published = '2019-01-01';
		const chapters = [otters, beavers].map((one) => ({ ...one, doi, published }));
		expect(keptOf(chapters)).toEqual([0, 1]);
		const copy = { ...otters, doi: '10.5555/own', published, abstract: '' };
		expect(keptOf([...chapters, copy])).toEqual([0, 1, 0]);
	});

	it.each<[string, Partial<Paper>]>([
		['by one author', otters],
		['without authors', { ...otters, authors: [] }]
	])('is not told by a DOI that different titles %s share in one file', (_, one) => {
		const chapters = [
			{ ...one, doi: '10.5555/book', pages: '1-9' },
			{ ...one, doi: '10.5555/book', title: 'Beavers and dams', abstract: 'Dams.', pages: '10-19' }
		].map(paper);
		expect([...merged(chapters).kept]).toEqual([0, 1]);
		const inTwoFiles = merged(chapters, 1, ({ pages }) => (pages === '1-9' ? 0 : 1));
		expect(new Set(inTwoFiles.kept).size).toBe(1);
	});

	it('is not told by the DOI of a book whose parts have titles of a word, where authors or pages differ', () => {
		const part = { doi: '10.5555/book', published: '2019-01-01' };
		const [first, second] = [
			{ ...part, title: 'Editorial', authors: ['Berg, Anna'], pages: '1-2' },
			{ ...part, title: 'Introduction', authors: ['Berg, Anna'], pages: '3-9' }
		];
		expect(keptOf([first, second])).toEqual([0, 1]);
		expect(keptOf([first, { ...first, pages: '120-121' }])).toEqual([0, 1]);
		expect(keptOf([first, { ...first, authors: ['Falk, Carl'] }])).toEqual([0, 1]);
		const [copy, other] = [first, { ...first, abstract: 'On this issue.' }];
		expect(keptOf([copy, other])).toEqual([1, 1]);
		const bees = { ...first, title: 'Bees' };
		expect(new Set(keptOf([bees, { ...bees, pages: '1' }])).size).toBe(1);
	});

	it('is not told by the DOI of a book in Web of Science', async () => {
		const record = (title: string) => `PT J\nAU Berg, A\nTI ${title}\nPY 2019\nD2 10.5555/book\nER\n\n`;
		const text = `FN Clarivate Analytics Web of Science\nVR 1.0\n${record('Otters')}${record('Dams')}EF\n`;
		const { papers } = await readCorpus({ a: text });
		expect(papers.map(({ title, doi }) => [title, doi])).toEqual([
			['Otters', null],
			['Dams', null]
		]);
	});

	it.each([
		['without its subtitle', 'Otters in rivers: a survey of thirty years by boats at night'],
		['with an article', 'The Otters, in Rivers!'],
		['with words exchanged', 'Otters in mountain rivers']
	])('can bear its title %s', (_, title) => {
		const doi = '10.5555/a';
		expect(
			keptOf([
				{ ...otters, doi },
				{ ...otters, authors: ['Dahl, Jon'], title, doi }
			])
		).toHaveLength(2);
		expect(
			new Set(
				keptOf([
					{ ...otters, doi },
					{ ...otters, authors: ['Dahl, Jon'], title, doi }
				])
			).size
		).toBe(1);
	});

	it('can bear a title in another language, by the same author written another way', () => {
		const doi = '10.5555/a';
		const german = { ...otters, title: 'Fischotter an Flüssen', authors: ['A. Berg'] };
		expect(
			new Set(
				keptOf([
					{ ...otters, doi },
					{ ...german, doi }
				])
			).size
		).toBe(1);
	});

	it.each(['Untitled', '[Not Available]', 'Editorial'])('is not told by the title %s', (title) => {
		expect(
			keptOf([
				{ title, authors: ['A'] },
				{ title, authors: ['B'] }
			])
		).toEqual([0, 1]);
		expect(
			keptOf([
				{ title, published: '2020-01-01' },
				{ title, published: '2020-01-01' }
			])
		).toEqual([0, 1]);
	});
});

const pick = <T>(random: Random, values: readonly T[]): T => values[random.integer(values.length)] as T;

/** Few different values, so that all kinds of keys meet. */
function generated(random: Random, length: number): Paper[] {
	const words = ['otters', 'rivers', 'dams', 'voles', 'winter', 'night', 'boats', 'trout'];
	return Array.from({ length }, (_, i) =>
		paper({
			title: pick(random, [
				'Untitled',
				'Editorial',
				...words.map((word, at) => `${word} ${words[at ^ 1] ?? ''} x`)
			]),
			abstract: pick(random, ['', '', 'One.', 'Two.', 'A longer text. '.repeat(20)]),
			authors: pick(random, [[], ['Berg, Anna'], ['A. Berg'], ['Falk, Carl']]),
			published: pick(random, [null, '2019-01-01', '2020-01-01']),
			doi: pick(random, [null, null, '10.5555/a', '10.5555/b', '10.5555/book']),
			sourceId: pick(random, [null, null, null, 'WOS:1', 'WOS:2', 'MODEL X', '7']),
			url: `https://example.org/${i}`
		})
	);
}

/** What was merged into what by what, by the names of the papers. */
function groups(papers: readonly Paper[], pieces = 1, fileOf?: (paper: Paper) => number) {
	const { kept, by } = merged(papers, pieces, fileOf);
	return papers
		.map(({ url }, i) => `${url} ${papers[kept[i] ?? 0]?.url} ${mergeKeys[by[i] ?? 0] ?? ''}`)
		.sort();
}

describe('which records merge', () => {
	it('does not depend on their order or on how they are cut into pieces', () => {
		const random = createRandom(11);
		let mergedAtAll = 0;
		for (let round = 0; round < 60; round++) {
			const papers = generated(random, 4 + random.integer(36));
			const expected = groups(papers);
			const file = ({ url }: Paper) => Number(url?.slice(-1)) % 2;
			const inTwoFiles = groups(papers, 1, file);
			mergedAtAll += expected.filter((line) => !line.endsWith(' ')).length;
			for (let again = 0; again < 5; again++) {
				for (let i = papers.length - 1; i > 0; i--) {
					const j = random.integer(i + 1);
					[papers[i], papers[j]] = [papers[j] as Paper, papers[i] as Paper];
				}
				expect(groups(papers, 1 + random.integer(5))).toEqual(expected);
				expect(groups(papers, 1, file)).toEqual(inTwoFiles);
			}
		}
		expect(mergedAtAll).toBeGreaterThan(300);
	});
});

describe('the account', () => {
	it('says by what records were merged, and which', async () => {
		const line = (value: unknown) => `${JSON.stringify(value)}\n`;
		const { account } = await readCorpus({
			a: line({ title: 'Otters in rivers', doi: '10.5555/a', year: 2019 }) + '{"x": 1}\n' + line(beavers),
			b: line({}) + line({ ...otters, doi: '10.5555/a' }) + line({ ...beavers, year: 2018 })
		});
		expect(account.merges).toEqual([
			{ file: 'a', record: 1, keptFile: 'b', keptRecord: 2, by: 'doi' },
			{ file: 'a', record: 3, keptFile: 'b', keptRecord: 3, by: 'text' }
		]);
		expect(account.inputs.map(({ merged }) => merged)).toEqual([
			{ id: 0, doi: 1, text: 1, titleYear: 0 },
			{ id: 0, doi: 0, text: 0, titleYear: 0 }
		]);
		expect(isBalanced(account)).toBe(true);
		expect(mergedWords(account.inputs, String)).toBe('1 by DOI, 1 by text');
		expect(mergedWords([{}], String)).toBe('');
	});
});

it('is not told by the keywords in the column ID of Web of Science', async () => {
	const rows = ['PT\tAU\tTI\tID\tUT', 'J\tBerg, A\tOtters in rivers\tMODEL\tWOS:000000000000001'];
	const { papers } = await readCorpus({
		'a.txt': [...rows, 'J\tBerg, A\tOtters in rivers of ice\tMODEL\tWOS:000000000000002', ''].join('\n')
	});
	expect(papers.map(({ sourceId }) => sourceId)).toEqual(['WOS:000000000000001', 'WOS:000000000000002']);
});

it('lists merged records, names of files neutralised for spreadsheets', () => {
	const merge = { file: '=a.csv', record: 3, keptFile: 'b.csv', keptRecord: 1, by: 'titleYear' as const };
	const [header, row] = mergesCsv([merge]).slice(1).split('\r\n');
	expect(header).toBe('file,record,kept_file,kept_record,by');
	expect(row).toMatch(/^"?'=a\.csv"?,3,"?b\.csv"?,1,title and year$/);
});
