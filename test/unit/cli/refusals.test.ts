import { execFile } from 'node:child_process';
import {
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
	mkdirSync,
	chmodSync
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

import { requireOutputPlace } from '../../../src/cli/archive/replace.ts';
import { CommandError, inWords } from '../../../src/cli/errors.ts';
import { openFiles } from '../../../src/cli/input/file-source.ts';
import { inputPaths } from '../../../src/cli/input/input-paths.ts';
import { requireFilePlace } from '../../../src/cli/output-place.ts';
import { inLines, oneLine } from '../../../src/cli/terminal/print.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { toJsonl } from '../../support/jsonl.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const never = new AbortController().signal;

/** Runs a line of a shell in which `corpuscope` is the command line. */
function shell(line: string, cwd: string): Promise<{ code: number; stdout: string; stderr: string }> {
	const program = `corpuscope() { "${process.execPath}" "${join(process.cwd(), 'src/cli/run.mjs')}" main "$@"; }`;
	return new Promise((resolve) => {
		execFile('bash', ['-c', `${program}\n${line}`], { cwd, encoding: 'utf8' }, (error, stdout, stderr) =>
			resolve({ code: Number(error?.code ?? 0), stdout, stderr })
		);
	});
}

/** Has something done as somebody without rights. */
function withoutRights<T>(work: () => T): T {
	const isRoot = process.geteuid?.() === 0;
	if (isRoot) process.seteuid?.(65_534);
	try {
		return work();
	} finally {
		if (isRoot) process.seteuid?.(0);
	}
}

let folder: string;
let input: string;
beforeEach(() => {
	folder = temporaryFolder();
	input = join(folder, 'in.jsonl');
	writeFileSync(input, toJsonl(generatePapers(40, 5)));
});

describe('what went wrong', () => {
	it('is said in words, without a stack, whatever it is', () => {
		const system = (code: string) =>
			Object.assign(new Error(`${code}: x`), { code, syscall: 'open', path: '/a/b' });
		expect(inWords(system('ENOSPC'))).toMatch(/^\/a\/b: the disk is full\. Make room.*\(ENOSPC\)\.$/);
		expect(inWords(system('EACCES'))).toMatch(/^\/a\/b: permission is missing/);
		expect(inWords(system('EMFILE'))).toMatch(/ulimit -n/);
		expect(inWords(system('ENOENT'))).toMatch(/^\/a\/b: it is not there/);
		const database = new Error(
			'IO Error: Could not write file "x": No space left on device\n\nStack Trace:\n#0 y'
		);
		expect(inWords(database)).toBe('The disk is full. Make room, or name a place on another one.');
		expect(inWords(new RangeError('Array buffer allocation failed'))).toMatch(/^There is not enough memory/);
		expect(inWords(Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))).toMatch(/memory/);
		for (const odd of [new TypeError('x is not a function\n    at y (z.ts:1:1)'), 'text', null, { a: 1 }])
			expect(inWords(odd)).not.toMatch(/^\s*at /m);
		expect(inWords(new CommandError('Do this.'))).toBe('Do this.');
	});

	it('is said of an input that goes or changes while it is read', async () => {
		const source = openFiles([input], {});
		const read = async () => {
			for await (const batch of source.papers()) if (batch.length === 0) throw new Error('empty');
		};
		await read();
		writeFileSync(input, toJsonl(generatePapers(30, 6)));
		expect(inWords(await read().catch((error: unknown) => error))).toMatch(/changed while it was read/);
		rmSync(input);
		expect(inWords(await read().catch((error: unknown) => error))).toMatch(/in\.jsonl: it is not there/);
	});
});

describe('the place of the output', () => {
	it('is refused before the work where nothing may be written, or a link leads nowhere', async () => {
		const [link, archive, report] = ['out', 'out.corpuscope.zip', 'report.csv'].map((name) =>
			join(folder, name)
		) as [string, string, string];
		for (const path of [link, archive, report]) symlinkSync('nowhere', path);
		for (const args of [
			['--out', link],
			['--out', archive],
			['--out', join(folder, 'x'), '--report', report]
		]) {
			const { code, stderr, stdout } = await runCli(['build', input, ...args]);
			expect([code, stdout]).toEqual([1, '']);
			expect(stderr).toMatch(/^--(?:out|report): .* is a link that leads nowhere\. Remove it.*\n$/);
		}
		const closed = join(folder, 'closed');
		mkdirSync(closed);
		chmodSync(folder, 0o755);
		chmodSync(closed, 0o555);
		const places = [
			() => requireOutputPlace(join(closed, 'a/b')),
			() => requireOutputPlace(join(closed, 'a.zip'))
		];
		for (const place of [...places, () => requireFilePlace(join(closed, 'a.csv'))])
			expect(() => withoutRights(place)).toThrow(
				/--out: nothing may be written to .*closed\. .*permission is missing/
			);
	});

	it('may be full, and says so', async () => {
		if (!existsSync('/dev/full')) return expect(process.platform).not.toBe('linux');
		const built = await shell('corpuscope build in.jsonl --themes 2 --out set', folder);
		expect(built.code).toBe(0);
		for (const line of [
			'export --dataset set > /dev/full',
			'export --dataset set --out /dev/full',
			'inspect set > /dev/full'
		]) {
			const { code, stderr } = await shell(`corpuscope ${line}`, folder);
			expect([line, code]).toEqual([line, 1]);
			expect(stderr).toMatch(/disk is full\. Make room/);
			expect(stderr).not.toMatch(/^\s+at /m);
		}
		const [dash, plain] = [
			await shell('corpuscope export --dataset set --out -', folder),
			await shell('corpuscope export --dataset set', folder)
		];
		expect(dash).toEqual(plain);
		expect(readdirSync(folder)).not.toContain('-');
		for (const line of ['export --dataset set | head -c 9', 'inspect set | head -c 9']) {
			const { code, stdout } = await shell(`set -o pipefail; corpuscope ${line}`, folder);
			expect([line, code, Buffer.from(stdout).length]).toEqual([line, 0, 9]);
		}
	});
});

describe('inputs that are odd', () => {
	it('may be pipes, which are kept until they are read', async () => {
		const line = 'corpuscope build <(cat in.jsonl) <(cat in.jsonl) --themes 2 --out set';
		const { code, stdout } = await shell(line, folder);
		expect(code).toBe(0);
		expect(stdout).toMatch(/^pipe-1: 40 records.*\npipe-2: 40 records/);
	});

	it('may have names that are no UTF-8, which is said', async () => {
		const name = Buffer.concat([
			Buffer.from(join(folder, 'odd/a')),
			Buffer.from([0xff]),
			Buffer.from('.csv')
		]);
		mkdirSync(join(folder, 'odd'));
		writeFileSync(name, 'title\nx\n');
		for (const path of ['odd', 'odd/*.csv', 'odd/a\ufffd.csv'])
			await expect(inputPaths([join(folder, path)], never)).rejects.toThrow(/bytes that are no UTF-8/);
	});

	it('may be more than there are files to open', async () => {
		const few = await shell('ulimit -n 26; corpuscope build in.jsonl --out set', folder);
		expect([few.code, few.stderr]).toEqual([
			1,
			expect.stringMatching(/too many (?:open files|files are open)/i)
		]);
		expect(few.stderr).not.toMatch(/^\s+at /m);
		expect(readdirSync(folder)).toEqual(['in.jsonl']);
	});
});

describe('what a terminal is sent', () => {
	it('shows signs that it would obey', async () => {
		expect(oneLine('a\u001b[2J\n\u009b1m\u202eb\u0000ü🧊')).toBe('a\\u001b[2J\\n\\u009b1m\\u202eb\\u0000ü🧊');
		expect(inLines('a\u0007\nb')).toBe('a\\u0007\nb');
		const title = 'T\u001b]0;owned\u0007\nPapers: 9';
		const odd = join(folder, 'in\u001b[31m.jsonl');
		writeFileSync(odd, `${readFileSync(input, 'utf8')}{"title": "\u001b[2J\n`);
		const out = join(folder, 'out\u001b[1m');
		const built = await runCli(['build', odd, '--themes', '2', '--title', title, '--out', out]);
		const inspected = await runCli(['inspect', out]);
		const refused = await runCli(['inspect', join(folder, 'none\u001b[5m')]);
		expect([built.code, inspected.code, refused.code]).toEqual([0, 0, 1]);
		expect(inspected.stdout).toContain('Title: T\\u001b]0;owned\\u0007\\nPapers: 9\n');
		for (const { stdout, stderr } of [built, inspected, refused])
			// eslint-disable-next-line no-control-regex
			expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
	});
});
