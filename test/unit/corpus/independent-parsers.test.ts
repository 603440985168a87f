import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { isBalanced, readCorpus } from '../../support/corpora.ts';

interface Record {
	title: string | null;
	year: number | null;
	people: number;
	doi: string | null;
}

const fileOf = (name: string) => readFileSync(new URL(`./independent/${name}`, import.meta.url), 'utf8');

/** What other parsers find in these files; `test/support/independent-parsers.py` records it. */
const parsed = JSON.parse(fileOf('parsed.json')) as {
	[file: string]: { parser: string; records: Record[] };
};

/** Where we find something else, and why that is better. */
const differences: { [file: string]: { [record: number]: Partial<Record> } } = {
	// rispy keeps the resolver; a DOI has none, and no capitals.
	'bees.ris': { 2: { doi: '10.5555/ants.7' } },
	// bibtexparser counts "others" as a person; the list says that it is cut, so that nobody can count it.
	'bees.bib': { 3: { people: 0 } },
	'bees.csv': {},
	// Exports with tabs leave quotes as they are; Python takes them for what encloses a cell.
	'bees.tsv': { 1: { title: '"Wasps" without nests' } }
};

describe('files that other parsers have read', () => {
	it.each(Object.keys(parsed))('hold the same for us: %s', async (name) => {
		const { records = [] } = parsed[name] ?? {};
		const { papers, account } = await readCorpus({ [name]: fileOf(name) }, { keepDuplicates: true });
		// A row without a title and an abstract is a record, and no paper.
		const expected = records
			.map((record, at) => ({ ...record, ...differences[name]?.[at] }))
			.filter(({ title }) => title !== null);
		expect(account.inputs).toMatchObject([{ records: records.length, papers: expected.length }]);
		expect(isBalanced(account)).toBe(true);
		expect(
			papers.map(({ title, published, teamSize, doi }) => ({
				title,
				year: published === null ? null : Number(published.slice(0, 4)),
				people: teamSize ?? 0,
				doi
			}))
		).toEqual(expected);
	});

	it('were read by parsers whose versions are known', () => {
		for (const { parser } of Object.values(parsed)) expect(parser).toMatch(/\d+\.\d+/);
	});
});
