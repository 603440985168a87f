import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { driftLines } from '../../../src/cli/terminal/drift.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { toJsonl } from '../../support/jsonl.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const manifestIn = (folder: string) =>
	JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

const perWeek = 30;

/** Five weeks of records: some of them again, some of them fuller, some of them broken. */
function weeks(): string[] {
	const records = toJsonl(generatePapers(5 * perWeek, 8))
		.split('\n')
		.map((line, place) => ({
			...(JSON.parse(line) as { abstract: string }),
			doi: `10.1000/w.${place}`,
			keywords: place % 3 === 0 ? ['soil, water', `key ${place % 7}`] : null,
			citations: place % 4 === 0 ? null : place % 11
		}));
	return [0, 1, 2, 3, 4].map((week) => {
		const own = records.slice(week * perWeek, (week + 1) * perWeek);
		const again = week === 0 ? [] : records.slice((week - 1) * perWeek, (week - 1) * perWeek + 4);
		const longer = 'More is said here than before. '.repeat(20);
		const fuller = week === 3 ? records.slice(10, 12) : [];
		const all = [
			...own,
			...again,
			...fuller.map((record) => ({ ...record, abstract: record.abstract + longer }))
		];
		const broken = week === 2 ? ['{"title": "", "abstract": ""}', '{broken'] : [];
		return [...all.map((record) => JSON.stringify(record)), ...broken].join('\n');
	});
}

async function done(args: readonly string[]) {
	const { code, stdout, stderr } = await runCli(args);
	expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
	return stdout;
}

describe('assign --append', () => {
	it('gives, week by week, the rows that all weeks at once give under the same model', async () => {
		const folder = temporaryFolder();
		const files = weeks().map((text, week) => {
			const path = join(folder, `week-${week}.jsonl`);
			writeFileSync(path, text);
			return path;
		});
		const [grown, whole] = [join(folder, 'grown'), join(folder, 'whole')];
		const first = files[0] as string;
		await done(['build', first, '--out', grown, '--themes', '4']);
		await done(['assign', ...files, '--model', grown, '--out', whole]);
		for (const [week, file] of files.entries()) {
			if (week > 0) expect(await done(['assign', file, '--append', '--model', grown])).toMatch(/^Drift: /);
		}
		const { inputs, counts, tables, ...rest } = manifestIn(grown);
		const all = manifestIn(whole);
		expect(tables).toEqual(all.tables);
		expect(inputs).toEqual(all.inputs);
		expect(counts).toEqual(all.counts);
		expect(rest).toEqual({ ...all, inputs: undefined, counts: undefined, tables: undefined });
		expect(counts.duplicates).toBeGreaterThan(16);
		expect(counts.rejected).toBe(2);
		const records = inputs.reduce((sum, input) => sum + input.records, 0);
		expect(records).toBe(counts.papers + counts.duplicates + counts.rejected);
		expect((await runCli(['inspect', grown])).code).toBe(0);
	});

	it('leaves the dataset as it was when the new file holds nothing that can be read, and names what it needs', async () => {
		const folder = temporaryFolder();
		const [papers, broken, out] = ['papers.jsonl', 'broken.jsonl', 'out'].map((name) => join(folder, name));
		writeFileSync(papers as string, toJsonl(generatePapers(30, 4)));
		writeFileSync(broken as string, '{"title": "Soil and water"\n{"title": ""}\n');
		await done(['build', papers as string, '--out', out as string, '--themes', '2']);
		const before = readFileSync(join(out as string, 'manifest.json'), 'utf8');
		const refused = await runCli([
			'assign',
			broken as string,
			'--append',
			'--strict',
			'--out',
			out as string
		]);
		expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/--strict: \d record/)]);
		expect(readFileSync(join(out as string, 'manifest.json'), 'utf8')).toBe(before);
		const [model, other] = [join(out as string, 'model'), join(folder, 'other')];
		const inside = await runCli(['assign', papers as string, '--append', '--model', model, '--out', other]);
		expect([inside.code, inside.stderr]).toEqual([1, expect.stringMatching(/is not a dataset/)]);
	});
});

describe('driftLines', () => {
	const last = (papers: number, share: number) => driftLines({ papers, share, themes: [] }, []).at(-1);

	it('asks for another fit once more papers fit badly than chance explains', () => {
		expect(last(1000, 0.2)).toMatch(/^Fit again: /);
		expect(last(1000, 0.11)).toMatch(/^Drift: /);
		expect(last(10, 0.2)).toMatch(/^Drift: /);
	});
});
