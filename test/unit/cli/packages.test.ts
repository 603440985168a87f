import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

interface Locked {
	license?: string;
	dev?: boolean;
	devOptional?: boolean;
	optional?: boolean;
}

/** What is installed with the command line, by the lock file: all but what only makes it. */
const installed = Object.entries(
	(JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }).packages
).filter(([path, { dev }]) => path !== '' && dev !== true);

/** Packages of which something is in the bundle of the command line, with their licences. */
async function bundled(): Promise<Record<string, string>> {
	const threads = [
		'worker/build-thread.ts',
		'worker/file-thread.ts',
		'worker/pool-thread.ts',
		'command-thread.ts'
	];
	const { metafile } = await build({
		entryPoints: ['main.ts', 'library/index.ts', ...threads].map((name) => `src/cli/${name}`),
		external: ['@duckdb/*'],
		...{ bundle: true, splitting: true, format: 'esm', platform: 'node', tsconfigRaw: '{}' },
		...{ outdir: 'dist', write: false, metafile: true, logLevel: 'silent' }
	});
	const folders = Object.keys(metafile.inputs).flatMap((path) => {
		const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
		return folder === undefined ? [] : [folder];
	});
	const facts = [...new Set(folders)].map(
		(folder) =>
			JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; license: string }
	);
	return Object.fromEntries(facts.map(({ name, license }) => [name, license]));
}

describe('the packages that whoever installs the command line gets', () => {
	it('are native DuckDB and nothing else: the program is one bundle', () => {
		const names = installed.map(([path]) => path.replace(/^.*node_modules\//, ''));
		expect(names.filter((name) => !/^@duckdb\/node-|^detect-libc$/.test(name))).toEqual([]);
		const always = installed.filter(([, { optional }]) => optional !== true).length;
		expect(always).toBeLessThanOrEqual(3);
		expect(new Set(installed.map(([, { license }]) => license))).toEqual(new Set(['MIT', 'Apache-2.0']));
	});

	it('are listed with what is in that bundle, and their licences', async () => {
		const documented = readFileSync('src/cli/README.md', 'utf8');
		const names = [...new Set(installed.map(([path]) => path.replace(/^node_modules\//, '')))];
		for (const name of names.filter((path) => !/node-bindings-/.test(path)))
			expect(documented).toContain(`\`${name}\``);
		const listed = [...documented.matchAll(/^\| ([\w.-]+) +\| ((?:`[^`]+` ?)+) *\|$/gm)].flatMap(
			([, licence, packages]) =>
				packages!
					.trim()
					.split(' ')
					.map((name) => [name.slice(1, -1), licence!])
		);
		expect(Object.fromEntries(listed)).toEqual(await bundled());
	});
});
