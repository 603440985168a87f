import { readFileSync } from 'node:fs';
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

describe('the packages that whoever installs the command line gets', () => {
	it('are native DuckDB and nothing else: the program is one bundle', () => {
		const names = installed.map(([path]) => path.replace(/^.*node_modules\//, ''));
		expect(names.filter((name) => !/^@duckdb\/node-|^detect-libc$/.test(name))).toEqual([]);
		const always = installed.filter(([, { optional }]) => optional !== true).length;
		expect(always).toBeLessThanOrEqual(3);
		expect(new Set(installed.map(([, { license }]) => license))).toEqual(new Set(['MIT', 'Apache-2.0']));
	});
});
