import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { trends } from '../../../src/cli/commands/trends.ts';
import { startEngine } from '../../../src/cli/dataset/engine.ts';
import { themeTrends } from '../../../src/lib/analysis/trends/findings.ts';
import { themeNames, trendTable, type NamedRecord } from '../../../src/lib/analysis/trends/trend-record.ts';
import type { Paper } from '../../../src/lib/dataset/paper.ts';
import { tableCsv } from '../../../src/lib/export/csv.ts';
import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import { noFilters } from '../../../src/lib/queries/filters/filters.ts';
import { quoteText } from '../../../src/lib/queries/sql/quote.ts';
import { commandDataset } from '../../support/command-dataset.ts';
import { months, plantCorpus, wordsOf } from '../../support/planted-corpus.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { queriesOf } from '../../support/sql/engines.ts';
import { openNative } from '../../support/sql/native-host.ts';

const [like] = generatePapers(1, 1) as [Paper];
const records = plantCorpus(11);
const papers = records.map(({ id, title, abstract, authors, date, venue }): Paper => ({
	...like,
	sourceId: id,
	title,
	abstract,
	authors,
	venue,
	published: date,
	datePrecision: date === null ? null : 'day'
}));
const pipeline = { ...defaultOptions, themes: 5, components: 20, restarts: 2 };
const at = commandDataset(trends, papers, { pipeline });

const written = async (name: string, ...options: string[]) =>
	readFileSync(await at.written(name, ...options), 'utf8');
const json = async (...options: string[]) =>
	JSON.parse(await written('trends.json', ...options)) as NamedRecord[];

/** Rows of a question put to the dataset's papers, by nothing of the project but its files. */
async function rows(sql: string): Promise<Record<string, unknown>[]> {
	const { connection, close } = await startEngine();
	await connection.run(`ATTACH ${quoteText(join(at.dataset, 'dataset.duckdb'))} AS d (READ_ONLY)`);
	const reader = await connection.runAndReadAll(sql);
	close();
	return reader.getRowObjectsJS();
}

/** Months with 20 papers or more, with papers of a kind. */
const monthly = (kind: string, where = 'true') =>
	rows(
		`SELECT strftime(date_trunc('month', published), '%Y-%m-%d') AS period, count(*) FILTER (${kind})::INTEGER AS own,
		 count(*)::INTEGER AS papers FROM d.papers WHERE published IS NOT NULL AND ${where}
		 GROUP BY ALL HAVING count(*) >= 20 ORDER BY period`
	);

describe('corpuscope trends', () => {
	it('counts each theme’s papers month by month as the files have them', async () => {
		const found = await json();
		expect(found.map(({ theme_id }) => theme_id)).toEqual(at.manifest.themes.map(({ themeId }) => themeId));
		for (const { theme_id, papers: own, shares, window, name } of found) {
			const counted = await monthly(`theme_id = ${theme_id}`);
			expect(shares).toEqual(counted.map((row) => [row['period'], row['own'], row['papers']]));
			expect(own).toBe(counted.reduce((sum, row) => sum + Number(row['own']), 0));
			expect(window).toEqual({ unit: 'month', from: '2021-01-01', to: '2023-12-01' });
			expect(name).toBe(at.manifest.themes.find(({ themeId }) => themeId === theme_id)!.label);
			expect(shares.length).toBeGreaterThan(months * 0.9);
		}
		expect(at.said).toMatch(/^Over 3\d months, Jan 2021–Dec 2023; left out: .*9 papers undated$/);
	});

	it('says which planted themes rise and fall, with segments that span the window', async () => {
		const found = await json();
		const theme = async (planted: string) => {
			const [row] = await rows(
				`SELECT theme_id AS id FROM d.papers WHERE source_id LIKE '${planted}-%' GROUP BY ALL ORDER BY count(*) DESC LIMIT 1`
			);
			return found.find(({ theme_id }) => theme_id === Number(row?.['id']))!;
		};
		const [rising, falling] = [await theme('rising'), await theme('falling')];
		expect([rising.direction, falling.direction]).toEqual(['rising', 'falling']);
		expect([rising.certainty, falling.certainty]).not.toContain(null);
		for (const { segments, window, p, q } of found) {
			expect([segments[0]!.from, segments.at(-1)!.to]).toEqual([window!.from, window!.to]);
			for (const { slope, low, high } of segments) expect(low <= slope && slope <= high).toBe(true);
			expect(q!).toBeGreaterThanOrEqual(p!);
		}
		// Planted: from 3 in 49 to 23 in 49, over 36 months.
		const points = rising.segments.reduce(
			(sum, { from, to, slope }) => sum + slope * (monthOf(to) - monthOf(from)),
			0
		);
		expect(points).toBeGreaterThan(25);
		expect(points).toBeLessThan(55);
	});

	it('counts papers that hold a word, or a phrase, as their texts do', async () => {
		const [first, second] = wordsOf.rising as [string, string];
		const phrase = `"${first} ${second}"`;
		const found = await json('--words', `${first}, ${phrase}`);
		expect(found.map(({ theme_id, name }) => [theme_id, name])).toEqual([
			[null, first],
			[null, phrase]
		]);
		const whole = new Set(found[0]!.shares.map(([period]) => period));
		const holding = (pattern: RegExp) =>
			records.filter(
				({ title, abstract, date }) =>
					date !== null &&
					whole.has(`${date.slice(0, 7)}-01`) &&
					[title, abstract].some((text) => pattern.test(text))
			).length;
		expect(found[0]!.papers).toBe(holding(new RegExp(`\\b${first}s?\\b`)));
		expect(found[1]!.papers).toBe(holding(new RegExp(`\\b${first} ${second}\\b`)));
	});

	it('narrows the window by dates, and papers by other filters', async () => {
		const [one] = await json('--from', '2021-04', '--to', '2022-09-15');
		expect(one!.window).toEqual({ unit: 'month', from: '2021-04-01', to: '2022-08-01' });
		const [alone, ...others] = await json('--theme', String(at.manifest.themes[1]!.themeId));
		expect(others).toEqual([]);
		expect(alone!.theme_id).toBe(at.manifest.themes[1]!.themeId);
		const [few] = await json('--team', '1..3', '--unit', 'quarter');
		const counted = await rows(
			`SELECT count(*)::INTEGER AS papers FROM d.papers WHERE team_size BETWEEN 1 AND 3 AND published IS NOT NULL
			 GROUP BY date_trunc('quarter', published) HAVING count(*) >= 20 ORDER BY date_trunc('quarter', published)`
		);
		expect(few!.shares.map(([, , of]) => of)).toEqual(
			counted.slice(-few!.shares.length).map((row) => row['papers'])
		);
	});

	it('says so where nothing can be tested', async () => {
		const found = await json('--unit', 'year');
		expect(found).toHaveLength(at.manifest.themes.length);
		for (const one of found) {
			expect(one).toMatchObject({ window: null, shares: [], segments: [], direction: 'too few', q: null });
			expect(one.papers).toBe(at.manifest.themes.find(({ themeId }) => themeId === one.theme_id)!.papers);
		}
		expect(at.said).toMatch(
			/^Too few years to tell what rises or falls: \d{4}, \d{4} and \d{4} have enough papers, five such years are needed$/
		);
	});

	it('writes the same numbers as a table and as CSV', async () => {
		const records = await json();
		const csv = Papa.parse<Record<string, string>>((await written('trends.csv')).slice(1), {
			header: true,
			skipEmptyLines: true
		}).data;
		expect(csv.map(({ theme_id, papers, slope, q }) => [theme_id, papers, slope, q].map(Number))).toEqual(
			records.map((one) => [one.theme_id, one.papers, one.segments.at(-1)!.slope, one.q])
		);
		const lines = (await written('trends.txt')).split('\n');
		for (const [order, { name, papers: own, certainty }] of records.entries()) {
			expect(lines[order + 1]).toContain(name);
			expect(lines[order + 1]).toMatch(new RegExp(` ${own} .*${certainty ?? 'no clear change'}`));
		}
	});

	it('is what the page saves, byte for byte', async () => {
		const host = await openNative(at.dataset);
		const queries = await queriesOf(host, at.manifest);
		const rows = await queries.trendRows(noFilters);
		const [, second] = at.manifest.themes;
		for (const [selected, unit] of [
			[[], null],
			[[second!.themeId], 'quarter']
		] as const) {
			const found = themeTrends(rows, at.manifest.span, { date: null, unit });
			const saved = tableCsv(trendTable(found, themeNames(at.manifest.themes, rows, selected)));
			const asked = [...selected.flatMap((id) => ['--theme', String(id)]), ...(unit ? ['--unit', unit] : [])];
			expect(saved).toBe(await written('saved.csv', ...asked));
		}
		await host.close();
	});

	it('refuses what it does not understand', async () => {
		await expect(json('--unit', 'day')).rejects.toThrow('must be one of month, quarter, year');
		await expect(json('--words', 'the, 12')).rejects.toThrow(/--words the, 12: numbers/);
		await expect(json('--format', 'xml')).rejects.toThrow('must be one of table, csv, json');
		await expect(json('--date', 'soon')).rejects.toThrow(/--date, --from or --to \(soon\)/);
	});
});

function monthOf(day: string): number {
	return 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
}
