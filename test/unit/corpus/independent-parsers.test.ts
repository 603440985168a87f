import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';

import { isBalanced, readCorpus } from '../../support/corpora.ts';

interface Record {
	title: string | null;
	year: number | null;
	people: number | null;
	doi: string | null;
}

interface Fixture {
	/** The test that reads the text, or a file of the folder. */
	test: string;
	text: string;
	parser: string;
	records: Record[];
}

/** What other parsers find in the texts of these tests; `test/support/independent-parsers.py` records it. */
const fixtures = JSON.parse(
	readFileSync(new URL('./independent/parsed.json', import.meta.url), 'utf8')
) as Fixture[];

/** Texts in which we find something else, by the beginning of their test, and why that is better. */
const differences: { [test: string]: string } = {
	'bees.bib': 'bibtexparser counts "others" as a person; the list says that it is cut',
	'BibTeX > reads braces over several lines': 'bibtexparser does not join parts, and counts letters',
	'BibTeX > reads what real files hold': 'bibtexparser drops entries whose keys are odd',
	'BibTeX > reads what producers write':
		'bibtexparser drops an entry of two types, and splits the name of a group',
	'RIS > ends a record at ER': 'rispy needs TY at the beginning of each record',
	'RIS > ends lines with CRLF, LF or CR': 'rispy knows one end of lines in a file',
	'RIS > keeps a record with a title or an abstract': 'a record with an abstract alone is a paper, too',
	'RIS > puts the authors of A1 and AU together': 'the same people stand under both',
	'RIS > reads numbered records': 'rispy takes numbers for no part of a record',
	'RIS > reads the other tags for the same': 'rispy needs ER at the end of each record',
	'RIS of producers > may have all authors in one place': 'rispy does not part what one line holds',
	'exports as tables > skips the note above the header': 'the note is no header',
	'tables as people make them > keeps what follows a quote': 'a quote that never closes swallows no rows',
	'tables as people make them > reads lists written by Python': 'nan is no title',
	'tables of awards, patents and services > name the inventors': 'the address of the search is no header',
	'tables of producers > from Embase may stand on their side': 'fields stand in rows, records in columns',
	'tagged exports > in RIS without a type': 'rispy needs TY at the beginning of each record',
	'the form of a file > keeps rows of tab-separated text apart': 'a quote within a cell encloses nothing',
	'what a field quotes > does not decide the format of BibTeX: @article{i':
		'bibtexparser takes an entry that an abstract quotes for the next one'
};

const doiOf = (text: string | null) =>
	/10\.\d{4,}\S*/
		.exec(text ?? '')?.[0]
		.replaceAll('%2F', '/')
		.replace(/\.$/, '')
		.toLowerCase() ?? null;
const plain = (text: string | null) =>
	(text ?? '')
		.normalize('NFKC')
		.replaceAll(/<[^>]*>|&amp;/g, '')
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.toLowerCase();

/** Counts and values of a text as we read it and as the other parser does, what that does not state left out. */
async function both({ text, records }: Fixture) {
	const { papers, account } = await readCorpus({ text }, { keepDuplicates: true });
	expect(isBalanced(account)).toBe(true);
	// A record without a title and an abstract is no paper.
	const expected = records.length === papers.length ? records : records.filter(({ title }) => title !== null);
	const stated = <V>(value: V | null, own: V | null) => (value === null ? null : own);
	const ours = papers.map(({ title, published, teamSize, doi }, at) => {
		const { year, people, doi: other } = expected[at] ?? { year: null, people: null, doi: null };
		return {
			title: plain(stated(expected[at]?.title ?? null, title)),
			year: stated(year, published === null ? null : Number(published.slice(0, 4))),
			people: stated(people, teamSize ?? 0),
			doi: stated(doiOf(other), doi)
		};
	});
	const theirs = expected.map(({ title, year, people, doi }) => ({
		...{ title: plain(title), year, people, doi: doiOf(doi) }
	}));
	return {
		ours: { records: account.inputs[0]?.records, papers: ours },
		theirs: { records: records.length, papers: theirs }
	};
}

const whyOther = ({ test }: Fixture) =>
	Object.entries(differences).find(([name]) => test.startsWith(name))?.[1];

describe('texts that other parsers have read', () => {
	const others = fixtures.filter((one) => whyOther(one) !== undefined);
	const same = fixtures.filter((one) => !others.includes(one));

	it('are most of those in RIS, BibTeX and tables that the tests of readers have', () => {
		expect(same.length).toBeGreaterThan(5 * others.length);
		for (const { parser } of fixtures) expect(parser).toMatch(/\d+\.\d+/);
	});

	it.each(same)('hold the same for us: $test', async (one) => {
		const { ours, theirs } = await both(one);
		expect(ours).toEqual(theirs);
	});

	it.each(Object.keys(differences))('hold something else, for a reason: %s', async (name) => {
		const told = others.filter(({ test }) => test.startsWith(name));
		expect(told.length).toBeGreaterThan(0);
		const read = await Promise.all(told.map(both));
		expect(read.some(({ ours, theirs }) => !isDeepStrictEqual(ours, theirs))).toBe(true);
	});
});
