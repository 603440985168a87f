import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { toJsonl } from '../../support/jsonl.ts';
import { runCli } from '../../support/run-cli.ts';
import { savedInArrow } from '../../support/saved-dataset.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const papers = generatePapers(60, 9);

describe('a dataset in one file', () => {
	it('is written by build, and every command opens it as the folder', async () => {
		const folder = temporaryFolder();
		const scratch = temporaryFolder();
		const env = { TMPDIR: scratch };
		const [input, out, saved] = ['in.jsonl', 'out', 'out.corpuscope.zip'].map((name) =>
			join(folder, name)
		) as [string, string, string];
		writeFileSync(input, toJsonl(papers));
		const options = ['--themes', '3', '--out'];
		const built = await Promise.all(
			[out, saved].map((to) => runCli(['build', input, ...options, to], { env }))
		);
		expect(built.map(({ code, stderr }) => [code, /Error/.test(stderr)])).toEqual([
			[0, false],
			[0, false]
		]);
		expect(readdirSync(folder).sort()).toEqual(['in.jsonl', 'out', 'out.corpuscope.zip']);

		const [plain, packed, ...exported] = await Promise.all([
			runCli(['inspect', out], { env }),
			runCli(['inspect', saved], { env }),
			runCli(['export', '--dataset', out], { env }),
			runCli(['export', '--dataset', saved], { env })
		]);
		expect(packed?.stdout).toBe(plain?.stdout);
		expect(packed?.stdout).toMatch(/every file and every table is as it was written\.\n$/);
		expect(exported[1]?.stdout).toBe(exported[0]?.stdout);
		expect(exported[1]?.stdout.split('\r\n').length).toBeGreaterThan(60);

		const again = join(folder, 'again');
		const assigned = await runCli(['assign', input, '--model', saved, '--out', again], { env });
		expect(assigned.code).toBe(0);
		const themes = (path: string) =>
			(JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Manifest).themes;
		expect(themes(again)).toEqual(themes(out));
		expect(readdirSync(scratch)).toEqual([]);
	});

	it('may come from a browser, with rows in Arrow, and is verified to the last of them', async () => {
		const folder = temporaryFolder();
		const saved = join(folder, 'page.corpuscope.zip');
		const bytes = await savedInArrow(papers);
		writeFileSync(saved, bytes);
		const inspected = await runCli(['inspect', saved]);
		expect([inspected.code, inspected.stderr]).toEqual([0, '']);
		expect(inspected.stdout).toMatch(/Papers: 60 in 3 themes/);
		expect(inspected.stdout).toMatch(/every file and every table is as it was written\.\n$/);

		const broken = bytes.slice();
		// Numbers that do not compress: what is unpacked is as long as it was, so that only the checksum tells.
		const numbers = Buffer.from(broken.buffer).indexOf('model/space.turn.data.f64', 'latin1');
		broken[numbers + 500] = (broken[numbers + 500] as number) ^ 0xff;
		const other = join(folder, 'broken.corpuscope.zip');
		writeFileSync(other, broken);
		writeFileSync(join(folder, 'notes.txt'), 'Seals.');
		const refused = await Promise.all([
			runCli(['inspect', other]),
			runCli(['export', '--dataset', join(folder, 'notes.txt')])
		]);
		expect(refused.map(({ code }) => code)).toEqual([1, 1]);
		expect(refused[0]?.stderr).toMatch(/^broken\.corpuscope\.zip.*(checksum|damaged)/);
		expect(refused[1]?.stderr).toMatch(/^notes\.txt is no whole zip archive/);
	});
});
