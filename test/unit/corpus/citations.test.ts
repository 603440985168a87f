import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

/** Times cited and number of references of the papers in a file. */
async function counts(name: string, content: string): Promise<(number | null)[][]> {
	const { papers } = await readCorpus({ [name]: content });
	return papers.map(({ citations, references }) => [citations, references]);
}

const json = (value: object) => counts('works.json', JSON.stringify([value]));
const abstract = 'Bees dance to tell where the flowers are, and how far.';

describe('times cited and number of references', () => {
	it('stand in the columns of tables, by the names of each service', async () => {
		const table = (cited: string, listed: string) =>
			counts(
				't.csv',
				`Title,Abstract,Year,${cited},${listed}\nBees,"${abstract}",2019,12,34\nWasps,"${abstract}!",2020,0,\n`
			);
		for (const cited of [
			'Cited by',
			'"Times Cited, WoS Core"',
			'Times cited',
			'Cites',
			'Article Citation Count'
		]) {
			for (const listed of ['Cited Reference Count', 'Reference Count']) {
				expect(await table(cited, listed), `${cited}, ${listed}`).toEqual([
					[12, 34],
					[0, null]
				]);
			}
		}
	});

	it('stand under tags in the tables of Web of Science, and under such short names in no other', async () => {
		const tagged = `PT\tAU\tTI\tAB\tPY\tNR\tTC\tZ9\tUT\nJ\tFrisch, K\tBees\t${abstract}\t1927\t21\t0\t2\tWOS:1\n`;
		expect(await counts('savedrecs.txt', tagged)).toEqual([[0, 21]]);
		expect(await counts('t.csv', `Nr,TC,Title,Abstract\n1,2,Bees,"${abstract}"\n`)).toEqual([[null, null]]);
	});

	it('are not counted from a list, nor read from words', async () => {
		const content = `Title,Abstract,References,Cited by\nBees,"${abstract}","Frisch, 1927; Seeley, 1995",many\n`;
		expect(await counts('t.csv', content)).toEqual([[null, null]]);
	});

	it('stand in the records of services', async () => {
		const title = 'Bees';
		expect(
			await json({
				id: 'https://openalex.org/W1',
				title,
				authorships: [],
				cited_by_count: 7,
				referenced_works_count: 0
			})
		).toEqual([[7, 0]]);
		expect(
			await json({
				DOI: '10.5555/1',
				title: [title],
				prefix: '10.5555',
				'is-referenced-by-count': 3,
				'reference-count': 9,
				reference: [{ key: 'a' }]
			})
		).toEqual([[3, 9]]);
		expect(
			await json({ paperId: 'ab', title, abstract, citationCount: 5, referenceCount: 6, references: [] })
		).toEqual([[5, 6]]);
		expect(await json({ lens_id: '1', title, abstract, scholarly_citations_count: 4 })).toEqual([[4, null]]);
		expect(await json({ pmid: '1', title, abstractText: abstract, citedByCount: 0 })).toEqual([[0, null]]);
	});

	it('stand in text of Web of Science', async () => {
		const record = (counted: string) =>
			`PT J\nAU Frisch, K\nTI Bees\nAB ${abstract}\nPY 1927\n${counted}UT WOS:1\nER\n\n`;
		const file = (counted: string) =>
			counts('w.txt', `FN Clarivate Analytics Web of Science\nVR 1.0\n${record(counted)}EF\n`);
		expect(await file('NR 21\nTC 0\nZ9 2\n')).toEqual([[0, 21]]);
		expect(await file('')).toEqual([[null, null]]);
	});
});
