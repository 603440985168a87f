import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { exportPapers } from '../../../src/cli/commands/export.ts';
import { startEngine } from '../../../src/cli/dataset/engine.ts';
import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import { quoteText } from '../../../src/lib/queries/sql/quote.ts';
import { commandDataset } from '../../support/command-dataset.ts';
import { generatePapers } from '../../support/generate-papers.ts';

const papers = generatePapers(300, 5);
const pipeline = { ...defaultOptions, themes: 3, components: 8, restarts: 1 };
const at = commandDataset(exportPapers, papers, { pipeline, partBytes: 20_000 });
const { parent, dataset, written: exported } = at;
const untouched = new AbortController().signal;

const csvRows = (path: string) =>
	Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').slice(1), {
		header: true,
		skipEmptyLines: true
	}).data;

const jsonRows = (path: string) =>
	readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('export', () => {
	it('writes themes as they were arranged, and says what it did not understand', async () => {
		const leaves = at.manifest.counts.leaves;
		const cut = ['--themes', String(leaves), '--merge', '0-1', '--name', '0:By hand'];
		const rows = csvRows(await exported('arranged.csv', ...cut));
		const ofBoth = rows.filter(({ leaf_id }) => Number(leaf_id) < 2);
		const [larger] = [0, 1].sort(
			(a, b) => (at.manifest.tree[b]?.papers ?? 0) - (at.manifest.tree[a]?.papers ?? 0)
		);
		expect(new Set(ofBoth.map(({ theme_id }) => theme_id))).toEqual(new Set([String(larger)]));
		expect(rows.every(({ leaf_id, theme_id }) => Number(leaf_id) < 2 || leaf_id === theme_id)).toBe(true);
		const some = csvRows(await exported('some.csv', ...cut, '--theme', String(larger)));
		expect(some.map(({ paper_id }) => paper_id)).toEqual(ofBoth.map(({ paper_id }) => paper_id));
		expect(some.every(({ theme }) => theme === 'By hand')).toBe(larger === 0);
		await expect(exported('x.csv', '--themes', String(leaves + 1))).rejects.toThrow(
			/--themes \d+: write a number/
		);
		await expect(exported('x.csv', '--merge', '0')).rejects.toThrow(/--merge 0: write themes/);
		for (const unseen of [
			['--merge', '0-1'],
			['--name', '0:By hand']
		]) {
			await expect(exported('x.csv', '--themes', '1', ...unseen)).rejects.toThrow(
				/0.*: the themes are\n +\d/
			);
		}
		await expect(exported('x.csv', '--name', '0')).rejects.toThrow(/--name "0": write the number/);
	});

	it('writes every paper with every text as CSV and JSON Lines', async () => {
		const csv = csvRows(await exported('all.csv'));
		const json = jsonRows(await exported('all.jsonl'));
		expect(at.said).toContain('300 papers (no filter)');
		expect(json.map(({ title, abstract }) => [title, abstract])).toEqual(
			papers.map(({ title, abstract }) => [title, abstract])
		);
		expect(json.map(({ authors }) => authors)).toEqual(
			papers.map(({ authors }) => authors.flatMap((name) => name.split('; ')))
		);
		expect(csv.map(({ paper_id }) => Number(paper_id))).toEqual(papers.map((_, id) => id));
		expect(csv.map(({ abstract }) => abstract?.replace(/^'(?='*\s*[=+\-@\t\r\n])/u, ''))).toEqual(
			papers.map(({ abstract }) => abstract)
		);
	});

	it('writes Parquet with typed columns, the same rows as JSON Lines', async () => {
		const options = ['--team', '2..4', '--team', 'unknown'];
		const json = jsonRows(await exported('some.jsonl', ...options));
		const path = await exported('some.parquet', ...options);
		const { connection, close } = await startEngine();
		const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet(${quoteText(path)})`);
		const rows = reader.getRowObjectsJS();
		const types = Object.fromEntries(
			reader.columnNames().map((name, i) => [name, String(reader.columnTypes()[i])])
		);
		close();
		expect(types).toMatchObject({
			paper_id: 'INTEGER',
			title: 'VARCHAR',
			similarity: 'FLOAT',
			team_size: 'INTEGER'
		});
		expect(
			rows.map(({ paper_id, abstract, team_size, published }) => ({
				paper_id,
				abstract,
				team_size,
				published
			}))
		).toEqual(
			json.map(({ paper_id, abstract, team_size, published }) => ({
				paper_id,
				abstract,
				team_size,
				published
			}))
		);
		const wanted = papers.filter(({ teamSize }) => teamSize === null || (teamSize >= 2 && teamSize <= 4));
		expect(rows).toHaveLength(wanted.length);
		expect(rows.length).toBeGreaterThan(50);
	});

	it('holds what all filters leave', async () => {
		const rows = jsonRows(
			await exported('f.jsonl', '--from', '2021-03', '--to', '2023', '--organisation', 'Lab One')
		);
		const inside = papers.filter(
			({ published, datePrecision, organisation }) =>
				organisation === 'Lab One' &&
				published !== null &&
				published >= (datePrecision === 'year' ? '2022' : '2021-03') &&
				published < '2024'
		);
		expect(rows.map(({ title }) => title)).toEqual(inside.map(({ title }) => title));
		expect(rows.length).toBeGreaterThan(5);
		expect(at.said).toContain('date=2021-03..2023-12 organisation=Lab One');
	});

	it('takes several themes, as they come', async () => {
		const [first, second] = at.manifest.themes.map(({ themeId, papers: count }) => ({
			id: String(themeId),
			count
		}));
		if (!first || !second) throw new Error('too few themes');
		const several = jsonRows(await exported('t.jsonl', '--theme', first.id, second.id));
		expect(several).toHaveLength(first.count + second.count);
		expect(jsonRows(await exported('t.jsonl', '--theme', `${first.id},${second.id}`))).toEqual(several);
	});

	it('holds what lies in a part of the map', async () => {
		const all = jsonRows(await exported('all-places.jsonl')) as { paper_id: number; x: number; y: number }[];
		const inside = all.filter(({ x, y }) => x >= 0.25 && x <= 0.75 && y >= 0 && y <= 0.5);
		expect(inside.length).toBeGreaterThan(5);
		const rows = jsonRows(await exported('area.jsonl', '--area', '0.75,0 0.25,0.5'));
		expect(rows.map(({ paper_id }) => paper_id)).toEqual(inside.map(({ paper_id }) => paper_id));
		expect(at.said).toContain('area=0.75,0 0.25,0.5');
	});

	it('holds what is dated as finely as asked for', async () => {
		const all = jsonRows(await exported('all-dates.jsonl')) as { date_precision: string | null }[];
		for (const dated of ['year', 'day,month']) {
			const wanted = all.filter(({ date_precision }) => dated.split(',').includes(date_precision ?? 'none'));
			expect(wanted.length).toBeGreaterThan(0);
			expect(jsonRows(await exported('dated.jsonl', '--dated', dated))).toEqual(wanted);
		}
		await expect(exported('dated.jsonl', '--dated', 'week')).rejects.toThrow('write day, month, year');
	});

	it('chooses the format by the ending of the file', async () => {
		expect(
			readFileSync(await exported('a.bib', '--theme', String(at.manifest.themes[0]?.themeId)), 'utf8')
		).toMatch(/^@\w+\{/);
		expect(readFileSync(await exported('a.ris'), 'utf8')).toMatch(/^TY {2}- /);
		expect(readFileSync(await exported('a.txt', '--format', 'jsonl'), 'utf8')).toMatch(/^\{/);
	});

	it('says what it did not understand, and writes nothing then', async () => {
		const before = readdirSync(parent);
		await expect(exported('n', '--theme', '999')).rejects.toThrow(/the themes are\n {2}\d+ {2}\S/);
		await expect(exported('n', '--from', 'June')).rejects.toThrow(/write 2024, 2024-03/);
		await expect(exported('n', '--team', '4..2')).rejects.toThrow(/--team 4\.\.2: write 5/);
		await expect(exported('n', '--area', '0.1,0.2')).rejects.toThrow(/two of a rectangle/);
		await expect(exported('n', '--from', '2020', '--date', '2020')).rejects.toThrow(/either --date/);
		await expect(exported('n', '--format', 'xml')).rejects.toThrow(/must be one of csv, jsonl/);
		await expect(exported('n', 'stray')).rejects.toThrow(/what to do with stray/);
		await expect(exportPapers.run(['--dataset', dataset, '--format', 'parquet'], untouched)).rejects.toThrow(
			/needs --out/
		);
		await expect(exported('missing/n')).rejects.toThrow(/there is no folder/);
		await expect(exported('dataset')).rejects.toThrow(/would take the place of what is read/);
		await expect(exported('dataset/at.manifest.json')).rejects.toThrow(
			/would take the place of what is read/
		);
		await expect(exported('n', '--query', '2024')).rejects.toThrow(/cannot be searched for/);
		expect(readdirSync(parent)).toEqual(before);
	});

	it('leaves an older file as it was when it is cancelled', async () => {
		const out = join(parent, 'kept.csv');
		writeFileSync(out, 'older');
		const controller = new AbortController();
		controller.abort(new Error('enough'));
		await expect(exportPapers.run(['--dataset', dataset, '--out', out], controller.signal)).rejects.toThrow(
			'enough'
		);
		expect(readFileSync(out, 'utf8')).toBe('older');
		expect(readdirSync(parent).filter((name) => name.includes('.tmp-'))).toEqual([]);
	});
});
