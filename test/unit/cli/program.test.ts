import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { generatePapers } from '../../support/generate-papers.ts';
import { toJsonl } from '../../support/jsonl.ts';
import { runCli, startCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const corpus = toJsonl(generatePapers(40, 3));
const manifestIn = (folder: string) => readFileSync(join(folder, 'manifest.json'));

describe('the program', () => {
	it('ends with 2 and says how to call it when called wrongly', async () => {
		const wrong = [
			[],
			['fly'],
			['build'],
			['build', 'x', '--nope'],
			['build', 'x', '--themes', '0'],
			['inspect']
		];
		const ended = await Promise.all(wrong.map((args) => runCli(args)));
		expect(ended.map(({ code }) => code)).toEqual(wrong.map(() => 2));
		expect(ended[1]?.stderr).toMatch(/no command fly[\s\S]*build INPUT/);
		expect(ended[4]?.stderr).toMatch(/--themes is "0"; it must be a whole number from 1 to/);
		expect(ended.every(({ stdout }) => stdout === '')).toBe(true);
	});

	it('explains itself', async () => {
		const ended = await Promise.all(
			[['--help'], ['build', '--help'], ['inspect', '--help'], ['export', '--help']].map((args) =>
				runCli(args)
			)
		);
		expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(ended.map(() => [0, '']));
		expect(ended[1]?.stdout).toMatch(/--themes auto\|N[\s\S]*--keep-duplicates/);
	});

	it('builds from standard input, sums up what became of every record, and verifies it', async () => {
		const out = join(temporaryFolder(), 'out');
		const first = corpus.split('\n')[0] ?? '';
		const built = await runCli(['build', '-', '--out', out], { input: `${corpus}\n${first}\nnonsense\n` });
		expect(built.code).toBe(0);
		expect(built.stdout).toMatch(/standard-input, record 42: not valid JSON.*«nonsense»/);
		expect(built.stdout).toMatch(
			/Papers kept: 40\nDuplicates merged: 1\nRejected: 1\nThemes: \d+\nSeconds: \d+\.\d\n$/
		);
		expect(built.stdout).toMatch(/^Merged: 1 by id$/m);
		expect(built.stderr).toMatch(/^Reading \.\.\.\n/);
		const inspected = await runCli(['inspect', out]);
		expect(inspected.code).toBe(0);
		expect(inspected.stdout).toMatch(/Papers: 40 in/);
		expect(inspected.stdout).toMatch(/as it was written\.\n$/);
		writeFileSync(join(out, 'dataset.duckdb'), 'not a database');
		const tampered = await runCli(['inspect', out]);
		expect(tampered.code).toBe(1);
		expect(tampered.stderr).toMatch(/dataset\.duckdb was changed after it was written/);
	});

	it('ends with 1, the account and nothing written when no record is usable, or one is not and it is strict', async () => {
		const parent = temporaryFolder();
		const out = join(parent, 'out');
		const [empty, strict, lost] = await Promise.all([
			runCli(['build', '-', '--out', out], { input: '{"title":""}\n{"abstract":" "}' }),
			runCli(['build', '-', '--strict', '--out', `${out}2`], { input: `${corpus}\n{}` }),
			runCli(['build', join(parent, 'lost.csv'), '--out', `${out}3`])
		]);
		expect([empty.code, strict.code, lost.code]).toEqual([1, 1, 1]);
		expect(empty.stderr).toMatch(/No usable paper[\s\S]*2 × no title and no abstract/);
		expect(strict.stderr).toMatch(/record 41[\s\S]*--strict: 1 record rejected/);
		expect(lost.stderr).toMatch(/lost\.csv: there is no such file/);
		expect(readdirSync(parent)).toEqual([]);
	});

	it('gives the same manifest in every time zone, locale and folder', async () => {
		const parent = temporaryFolder();
		const input = join(parent, 'in.jsonl');
		writeFileSync(input, corpus);
		const environments = [
			{ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
			{ TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' }
		];
		const outs = [join(parent, 'a'), join(parent, 'elsewhere')];
		const ended = await Promise.all(
			environments.map((env, i) => runCli(['build', input, '--out', outs[i] as string], { env }))
		);
		expect(ended.map(({ code }) => code)).toEqual([0, 0]);
		expect(manifestIn(outs[1] as string).equals(manifestIn(outs[0] as string))).toBe(true);
		const exported = await Promise.all(
			environments.map((env, i) => runCli(['export', '--dataset', outs[i] as string], { env }))
		);
		expect(exported[1]?.stdout).toBe(exported[0]?.stdout);
		const dates = generatePapers(40, 3).filter(({ datePrecision }) => datePrecision === 'day');
		expect(dates.length).toBeGreaterThan(10);
		expect(dates.every(({ published }) => exported[0]?.stdout.includes(`,${published},`))).toBe(true);
	});
});

describe('a build that is stopped', () => {
	it('leaves the old dataset as it was, and its remains go with the next build', async () => {
		const parent = temporaryFolder();
		const out = join(parent, 'out');
		const small = join(parent, 'small.jsonl');
		const large = join(parent, 'large.jsonl');
		writeFileSync(small, corpus);
		writeFileSync(large, toJsonl(generatePapers(4000, 4)));
		expect((await runCli(['build', small, '--out', out])).code).toBe(0);
		const before = manifestIn(out);

		const killed = startCli(['build', large, '--out', out]);
		await killed.said('Counting words');
		killed.child.kill('SIGKILL');
		await killed.finished;
		expect(manifestIn(out).equals(before)).toBe(true);
		expect(readdirSync(parent)).toContain(`out.tmp-${killed.child.pid}`);

		const interrupted = startCli(['build', large, '--out', out]);
		await interrupted.said('Counting words');
		interrupted.child.kill('SIGINT');
		const { signal, stderr } = await interrupted.finished;
		expect(signal).toBe('SIGINT');
		expect(stderr).toMatch(/Stopped; nothing was changed\.\n$/);
		expect(manifestIn(out).equals(before)).toBe(true);
		expect(readdirSync(parent).sort()).toEqual(['large.jsonl', 'out', 'small.jsonl']);
	});
});
