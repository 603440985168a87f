import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { toJsonl } from '../../support/jsonl.ts';
import { runCli } from '../../support/run-cli.ts';

let folder: string;
let input: string;

/** A copy of the dataset whose JSON somebody has changed, and the checksums with it. */
function forge<T>(name: string, file: string, change: (value: T) => void): string {
	const copy = join(folder, name);
	cpSync(join(folder, 'dataset'), copy, { recursive: true });
	const path = join(copy, file);
	const before = readFileSync(path);
	const value = JSON.parse(before.toString()) as T;
	change(value);
	writeFileSync(path, JSON.stringify(value));
	const list = join(copy, 'checksums.sha256');
	const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
	writeFileSync(list, readFileSync(list, 'utf8').replace(sha256(before), sha256(readFileSync(path))));
	return copy;
}

describe('what comes from strangers', () => {
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'corpuscope-test-'));
		input = join(folder, 'in.jsonl');
		writeFileSync(input, toJsonl(generatePapers(60, 9)));
		const built = await runCli(['build', input, '--themes', '3', '--out', join(folder, 'dataset')]);
		expect(built.code).toBe(0);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('is found by inspect where a manifest counts what its rows do not', async () => {
		const forgeries: [string, (manifest: Manifest) => void, RegExp][] = [
			['dated', ({ counts }) => counts.dated--, /counts\.dated is \d+, its rows are \d+/],
			['abstracts', ({ counts }) => counts.withAbstract--, /counts\.withAbstract is \d+/],
			[
				'teams',
				({ overview: { team } }) => {
					team[0]!.papers--;
					team[1]!.papers++;
				},
				/overview\.team is not what the rows add up to/
			]
		];
		for (const [name, change, words] of forgeries) {
			const { code, stderr } = await runCli(['inspect', forge(name, 'manifest.json', change)]);
			expect([code, stderr]).toEqual([1, expect.stringMatching(words)]);
		}
		expect((await runCli(['inspect', join(folder, 'dataset')])).code).toBe(0);
	});

	it('is refused in a sentence by every command', async () => {
		const cycle = forge<Manifest>('cycle', 'manifest.json', ({ tree }) => (tree.at(-1)!.parentId = 0));
		for (const args of [
			['inspect', cycle],
			['export', '--dataset', cycle]
		]) {
			const { code, stderr } = await runCli(args);
			expect(code).toBe(1);
			expect(stderr).toMatch(
				/manifest\.json cannot be read: node \d+ of the theme tree .*\. Build the dataset again\.\n$/
			);
		}
		const model = forge<{ options: { k1: number } }>(
			'model',
			'model/model.json',
			({ options }) => (options.k1 = -1)
		);
		const assigned = await runCli(['assign', input, '--model', model, '--out', join(folder, 'assigned')]);
		expect([assigned.code, assigned.stderr]).toEqual([
			1,
			expect.stringMatching(/The model in .* cannot be read: options\.k1 must be a number from 0 to 1000/)
		]);
	});

	it('may be away between the renames of a build that was killed, and is brought back', async () => {
		const [out, away] = [join(folder, 'dataset'), join(folder, 'dataset.tmp-999999999-old')];
		for (const args of [
			['inspect', out],
			['export', '--dataset', out],
			['assign', input, '--model', join(out, 'model')]
		]) {
			renameSync(out, away);
			const { code } = await runCli(args[0] === 'assign' ? [...args, '--out', join(folder, 'new')] : args);
			expect([args[0], code, existsSync(away)]).toEqual([args[0], 0, false]);
		}
	});

	it('may be words too long for any text, or a name too long for any page', async () => {
		const list = join(folder, 'stop.txt');
		writeFileSync(list, `the ${'a'.repeat(100_000)}`);
		const out = join(folder, 'long');
		const args = ['build', input, '--themes', '2', '--out', out];
		const refused = await runCli([...args, '--stop-words', list]);
		expect([refused.code, refused.stderr]).toEqual([
			1,
			expect.stringMatching(/has a word of 100000 characters/)
		]);
		const excluded = await runCli([...args, '--exclude', 'b'.repeat(20_000)]);
		expect(excluded.code).toBeGreaterThan(0);
		expect(excluded.stderr.length).toBeLessThan(1000);
		expect((await runCli([...args, '--title', 'x'.repeat(100_000)])).code).toBe(0);
		const { title } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
		expect(title).toHaveLength(300);
	});
});
