import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { pageYear } from '../../../src/lib/corpus/formats/prose/daily-papers.ts';
import { readCorpus } from '../../support/corpora.ts';

const page = readFileSync('data/daily-papers.txt', 'utf8');
const sum = (values: readonly (number | null)[]) =>
	values.reduce<number>((total, value) => total + (value ?? 0), 0);
describe('the embedded page', async () => {
	const { papers, account } = await readCorpus({ 'daily-papers.txt': page });

	it('has 75 papers, each with title and abstract', () => {
		expect(account.inputs).toMatchObject([
			{ format: 'daily-papers', records: 75, papers: 75, duplicates: 0, rejected: 0, bytes: 130_309 }
		]);
		expect(
			papers.every(({ title, abstract }) => title && abstract.length >= 1417 && abstract.length <= 1920)
		).toBe(true);
	});

	it('is dated, with years inferred where the page prints none', () => {
		const dated = papers.filter(({ published }) => published !== null);
		expect(dated).toHaveLength(70);
		const count = (year: string) => dated.filter(({ published }) => published?.startsWith(year)).length;
		expect([count('2022'), count('2023'), count('2024'), count('2025')]).toEqual([2, 10, 30, 28]);
		const days = dated.map(({ published }) => published ?? '').sort();
		expect([days[0], days.at(-1)]).toEqual(['2022-05-27', '2025-10-21']);
		expect(dated.every(({ datePrecision }) => datePrecision === 'day')).toBe(true);
		expect([account.title, account.listed]).toEqual(['Daily Papers', '2025-10-31']);
	});

	it('has team sizes, organisations and comments', () => {
		const teams = papers.flatMap(({ teamSize }) => (teamSize === null ? [] : [teamSize]));
		expect([teams.length, sum(teams), Math.min(...teams), Math.max(...teams)]).toEqual([68, 544, 1, 50]);
		expect(papers.flatMap(({ organisation }) => organisation ?? [])).toEqual(['WueNLP', 'google']);
		const comments = papers.flatMap(({ comments }) => (comments === null ? [] : [comments]));
		expect([comments.length, sum(comments)]).toEqual([21, 55]);
	});

	it('has five papers without metadata', () => {
		const bare = papers.filter((p) => !p.published && !p.teamSize && !p.organisation && p.comments === null);
		expect(bare.map(({ title }) => title.split(/[:\s]/)[0])).toEqual([
			'GTAlign',
			'InfiAlign',
			'A',
			'InfiGUI-G1',
			'Phi-4-reasoning'
		]);
	});

	it('takes another year when told so', async () => {
		const { papers: later, account } = await readCorpus({ page }, { year: 2027 });
		expect(later[0]?.published).toBe('2027-04-20');
		expect(account.listed).toBe('2027-10-31');
	});

	it('reads the same with Windows line ends, without blank lines, and without its header', async () => {
		const variants = [
			page.replaceAll('\n', '\r\n'),
			page.replace(/\n\s*\n/g, '\n'),
			`\uFEFF${page}`,
			page.slice(page.indexOf('Oct 31'))
		];
		for (const variant of variants) expect((await readCorpus({ variant })).papers).toEqual(papers);
	});
});

describe('the year of a page', () => {
	const date = (month: number, day: number, year: number | null = null) => ({ month, day, year });

	it('lies after every printed year', () => {
		expect(pageYear([date(10, 31), date(12, 20, 2024), date(5, 2, 2022)])).toBe(2025);
	});
	it('has every yearless day', () => {
		expect(pageYear([date(2, 29), date(1, 1, 2024)])).toBe(2028);
	});
	it('is unknown when no year is printed', () => {
		expect(pageYear([date(10, 31)])).toBeNull();
	});
});
