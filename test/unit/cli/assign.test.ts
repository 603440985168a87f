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

describe('assign', () => {
	it('keeps the themes of the dataset it is given, and says how well papers fit them', async () => {
		const folder = temporaryFolder();
		const [papers, first, second] = ['papers.jsonl', 'first', 'second'].map((name) => join(folder, name)) as [
			string,
			string,
			string
		];
		writeFileSync(papers, toJsonl(generatePapers(40, 3)));
		expect((await runCli(['build', papers, '--out', first, '--themes', '3'])).code).toBe(0);
		const assigned = await runCli(['assign', papers, '--model', first, '--out', second]);
		expect(assigned.code).toBe(0);
		expect(assigned.stdout).toMatch(/^Drift: \d+\.\d % of 40 papers/);
		expect(manifestIn(second).themes).toEqual(manifestIn(first).themes);
		expect((await runCli(['inspect', second])).code).toBe(0);

		const centroids = join(first, 'model', 'themeCentroids.data.f64');
		const bytes = readFileSync(centroids);
		bytes[7] = (bytes[7] as number) ^ 0x80;
		writeFileSync(centroids, bytes);
		const damaged = await runCli(['assign', papers, '--model', first, '--out', join(folder, 'third')]);
		expect([damaged.code, damaged.stderr]).toEqual([
			1,
			expect.stringMatching(/themeCentroids\.data\.f64 was changed after it was written/)
		]);
	});

	it('says what to do when the folder holds no model or an option is missing', async () => {
		const empty = temporaryFolder();
		const without = await runCli([
			'assign',
			'data/daily-papers.txt',
			'--model',
			empty,
			'--out',
			join(empty, 'x')
		]);
		expect([without.code, without.stderr]).toEqual([
			1,
			expect.stringMatching(/holds no model\. Name a dataset/)
		]);
		const incomplete = await runCli(['assign', 'data/daily-papers.txt', '--model', empty]);
		expect([incomplete.code, incomplete.stderr]).toEqual([2, expect.stringMatching(/needs --out FOLDER/)]);
	});
});

describe('driftLines', () => {
	it('names the themes of enough papers that fit worst', () => {
		const themes = [
			{ themeId: 1, papers: 100, share: 0.3 },
			{ themeId: 2, papers: 10, share: 0.9 },
			{ themeId: 3, papers: 100, share: 0.05 }
		];
		const lines = driftLines({ papers: 210, share: 0.21, themes }, [{ themeId: 1, label: 'Soil' }]);
		expect(lines[0]).toContain('21.0 % of 210 papers');
		expect(lines.filter((line) => line.startsWith('  '))).toEqual(['  30.0 % of 100 in Soil']);
	});
});
