import { mkdirSync, utimesSync, existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { buildFrom, buildOptions } from '../../../src/cli/input/build-options.ts';
import { readArguments } from '../../../src/cli/arguments.ts';
import { isKept, keptPlace, noteOpened } from '../../../src/cli/site/kept-datasets.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const wanted = (...args: string[]) => buildFrom(readArguments({ args, options: buildOptions }).values);

function paper(text: string, folder = temporaryFolder()): string {
	const path = join(folder, 'papers.ris');
	writeFileSync(path, text);
	return path;
}

const placeOf = (path: string, args: string[] = [], env = { XDG_CACHE_HOME: '/cache' }) =>
	keptPlace([path], wanted(...args), env, 'linux');

describe('the place of a dataset in the cache', () => {
	it('is the same for the same contents, name and options, wherever the file lies', async () => {
		const place = await placeOf(paper('one'));
		expect(await placeOf(paper('one'))).toBe(place);
		expect(dirname(place)).toBe(join('/cache', 'corpuscope', 'datasets'));
	});

	it('is another one for other contents, options or word lists', async () => {
		const path = paper('one');
		const folder = temporaryFolder();
		const list = join(folder, 'stop.txt');
		writeFileSync(list, 'novel');
		const places = [
			await placeOf(path),
			await placeOf(paper('two')),
			await placeOf(path, ['--themes', '4']),
			await placeOf(path, ['--seed', '1']),
			await placeOf(path, ['--keep-duplicates']),
			await placeOf(path, ['--strict']),
			await placeOf(path, ['--stop-words', list])
		];
		writeFileSync(list, 'novel approach');
		places.push(await placeOf(path, ['--stop-words', list]));
		expect(new Set(places).size).toBe(places.length);
	});

	it('lies where the system keeps such things', async () => {
		const path = paper('one');
		const at = (platform: NodeJS.Platform, env = {}) => keptPlace([path], wanted(), env, platform);
		expect(await at('linux')).toMatch(/\.cache[\\/]corpuscope[\\/]datasets[\\/][0-9a-f]{32}$/);
		expect(await at('darwin')).toMatch(/Library[\\/]Caches[\\/]corpuscope[\\/]datasets/);
		expect(await at('win32', { LOCALAPPDATA: 'C:\\Local' })).toMatch(/Local.corpuscope.Cache.datasets/);
	});
});

describe('what is kept', () => {
	it('is a dataset that stands there whole', () => {
		const folder = temporaryFolder();
		writeFileSync(join(folder, 'checksums.sha256'), '');
		expect(isKept(folder)).toBe(false);
		writeFileSync(join(folder, 'manifest.json'), '{}');
		expect(isKept(folder)).toBe(false);
	});

	it('goes when nobody has opened it for 60 days, and nothing else does', () => {
		const folder = temporaryFolder();
		const now = new Date('2026-06-30T00:00:00Z');
		const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000);
		const make = (name: string, days: number) => {
			mkdirSync(join(folder, name));
			utimesSync(join(folder, name), daysAgo(days), daysAgo(days));
			return join(folder, name);
		};
		const [old, recent, strange] = [make('a'.repeat(32), 61), make('b'.repeat(32), 59), make('notes', 99)];
		const opened = make('c'.repeat(32), 99);
		noteOpened(opened, now);
		expect([old, recent, strange, opened].map((path) => existsSync(path))).toEqual([false, true, true, true]);
	});
});
