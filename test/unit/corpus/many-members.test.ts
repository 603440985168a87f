import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { distinctNames } from '../../../src/cli/input/file-source.ts';
import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../../src/lib/corpus/pass/open.ts';
import { readCorpus } from '../../support/corpora.ts';

const record = (i: number) =>
	strToU8(`${JSON.stringify({ title: `T${i}`, abstract: `Case ${i} of ice.` })}\n`);
const joined = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const zeros = (length: number) => new Uint8Array(length);
const titles = async (file: string, bytes: Uint8Array) =>
	(await readCorpus({ [file]: bytes })).papers.map(({ title }) => title);

describe('gzip', () => {
	it('is read to its end where zeros fill it up, however many', async () => {
		for (const count of [1, 2, 3, 4, 7, 8, 9, 20, 511, 65_536, 200_000])
			expect([count, await titles('a.jsonl.gz', joined([gzipSync(record(1)), zeros(count)]))]).toEqual([
				count,
				['T1']
			]);
		const two = joined([gzipSync(record(1)), gzipSync(record(2)), zeros(100_000)]);
		expect(await titles('a.jsonl.gz', two)).toEqual(['T1', 'T2']);
	});

	it('is refused where something else is behind the zeros, or before them', async () => {
		const other = joined([gzipSync(record(1)), zeros(70_000), Uint8Array.of(7), zeros(70_000)]);
		await expect(titles('a.jsonl.gz', other)).rejects.toThrow(/gzip data is damaged/);
		const broken = joined([gzipSync(record(1)), gzipSync(record(2)).slice(0, 12), zeros(30)]);
		await expect(titles('a.jsonl.gz', broken)).rejects.toThrow(/gzip data is damaged/);
		const wrong = gzipSync(record(1)).slice();
		wrong[wrong.length - 8]! ^= 1;
		await expect(titles('a.jsonl.gz', joined([wrong, zeros(30)]))).rejects.toThrow(/gzip data is damaged/);
		const cut = gzipSync(record(1)).slice(0, -6);
		await expect(titles('a.jsonl.gz', joined([cut, zeros(30)]))).rejects.toThrow(
			/gzip data (?:is damaged|ends)/
		);
	});

	it('may have many members, some of them empty', async () => {
		const members = Array.from({ length: 2500 }, (_, i) => gzipSync(i % 50 === 0 ? record(i) : zeros(0)));
		expect(await titles('a.jsonl.gz', joined(members))).toEqual(
			Array.from({ length: 50 }, (_, i) => `T${i * 50}`)
		);
	});
});

describe('many files', () => {
	it('in an archive are each read once in a pass', async () => {
		const count = 600;
		const files = Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}.jsonl`, record(i)]));
		const bytes = zipSync(files, { level: 0 });
		let [reads, taken] = [0, 0];
		const memory = memorySource('a.zip', bytes);
		const counting = {
			...memory,
			read: async (start: number, end: number) => {
				const part = await memory.read(start, end);
				reads++;
				taken += part.length;
				return part;
			}
		};
		let papers = 0;
		for await (const batch of openCorpus([counting]).papers()) papers += batch.length;
		expect(papers).toBe(count);
		// The passes over duplicates and papers: a header and a content of each, and the directory.
		expect(reads).toBeLessThan(2 * (2 * count + 20));
		expect(taken).toBeLessThan(2 * bytes.length + 500_000);
	});

	it('are told apart by as many folders as it takes', () => {
		const paths = Array.from({ length: 20_000 }, (_, i) => `/a/b${i % 7}/c${i}/x${i >> 1}.csv`);
		const names = distinctNames([...paths, '/a/one.csv', 'c/x', '/b/c/x', '/b/c/x']);
		expect(new Set(names.slice(0, 20_000)).size).toBe(20_000);
		expect(names[4]).toBe('c4/x2.csv');
		expect(names.slice(-4)).toEqual(['one.csv', 'c/x', 'b/c/x', 'b/c/x']);
	});
});
