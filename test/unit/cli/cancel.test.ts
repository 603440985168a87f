import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { generatePapers } from '../../support/generate-papers.ts';
import { toJsonl } from '../../support/jsonl.ts';
import { runCli, startCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/**
 * A file of the dataset becomes a pipe that nobody writes to, so that whatever reads it waits without end. A thread
 * that waits so hears no signal: the command can only end by one that does not.
 */
describe('a command that is stopped', () => {
	it('ends before what it waits for, whatever it opens or reads', async () => {
		const folder = temporaryFolder();
		const [input, out, made] = ['in.jsonl', 'out', 'made'].map((name) => join(folder, name)) as [
			string,
			string,
			string
		];
		writeFileSync(input, toJsonl(generatePapers(40, 5)));
		expect((await runCli(['build', input, '--themes', '2', '--out', out])).code).toBe(0);
		const cases: [string, string[]][] = [
			['model/model.json', ['assign', input, '--model', out, '--out', made]],
			['model/model.json', ['assign', input, '--append', '--model', out]],
			['manifest.json', ['inspect', out]],
			['manifest.json', ['export', '--dataset', out, '--out', join(folder, 'papers.csv')]],
			['manifest.json', ['trends', '--dataset', out]],
			['manifest.json', ['open', out]],
			['manifest.json', ['serve', out]]
		];
		for (const [file, args] of cases) {
			const pipe = join(out, file);
			rmSync(pipe);
			execFileSync('mkfifo', [pipe]);
			const events: string[] = [];
			const command = startCli(args);
			const finished = command.finished.then((how) => (events.push('ended'), how));
			// Opens when the command has begun to read.
			const writer = await open(pipe, 'w');
			command.child.kill('SIGINT');
			const giveUp = setTimeout(() => {
				events.push('let go');
				void writer.close();
			}, 600_000);
			const { signal, stderr, stdout } = await finished;
			clearTimeout(giveUp);
			if (!events.includes('let go')) await writer.close();
			expect([args[0], events, signal, stdout]).toEqual([args[0], ['ended'], 'SIGINT', '']);
			// A server is meant to be stopped.
			const isServed = /^(?:open|serve)$/.test(args[0]!);
			expect(stderr).toMatch(isServed ? /^$/ : /Stopped; nothing was changed\.\n$/);
		}
		expect(readdirSync(folder).sort()).toEqual(['in.jsonl', 'out']);
	});

	it('leaves nothing of a dataset that it had unpacked', async () => {
		const folder = temporaryFolder();
		const scratch = temporaryFolder();
		const [input, saved] = [join(folder, 'in.jsonl'), join(folder, 'set.corpuscope.zip')];
		writeFileSync(input, toJsonl(generatePapers(300, 5)));
		expect((await runCli(['build', input, '--themes', '2', '--out', saved])).code).toBe(0);
		// It is told of a folder that is there for a moment only, which looking again and again may miss.
		const watcher = watch(scratch);
		const command = startCli(['inspect', saved], { env: { TMPDIR: scratch } });
		await once(watcher, 'change');
		command.child.kill('SIGTERM');
		await command.finished;
		watcher.close();
		expect(readdirSync(scratch)).toEqual([]);
	});

	it('is not heard, and ends at once, until it begins to work', () => {
		const program = `
			import { reported } from './src/cli/reported.ts';
			const hears = () => process.listenerCount('SIGINT');
			await reported(async (heed) => {
				const before = hears();
				heed();
				console.log(before, hears());
			});`;
		const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
		expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('0 1\n');
	});
});
