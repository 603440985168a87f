import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

import { largeFiles, largeFilesWords } from '../../../src/cli/site/prepare-dataset.ts';

const folder = mkdtempSync(join(tmpdir(), 'corpuscope-large-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('names files that some hosts refuse, and their size', () => {
	mkdirSync(join(folder, 'dataset/model'), { recursive: true });
	for (const [file, bytes] of [
		['dataset/dataset.duckdb', 64_000_000],
		['dataset/model/a.bin', 25_000_001],
		['dataset/texts-0000.duckdb', 25_000_000]
	] as const) {
		writeFileSync(join(folder, file), '');
		truncateSync(join(folder, file), bytes);
	}
	const found = largeFiles(join(folder, 'dataset'));
	expect(found).toEqual([
		{ file: 'dataset.duckdb', bytes: 64_000_000 },
		{ file: join('model', 'a.bin'), bytes: 25_000_001 }
	]);
	expect(largeFilesWords(found)).toBe(
		`Some hosts refuse files over 25 MB: dataset.duckdb (64 MB), ${join('model', 'a.bin')} (25 MB). Others serve the site as it is.`
	);
	expect(largeFilesWords(largeFiles(join(folder, 'dataset/model')).slice(1))).toBeNull();
});
