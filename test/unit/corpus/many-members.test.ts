import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';

import { distinctNames } from '../../../src/cli/input/file-source.ts';
import { memorySource, type ByteSource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../../src/lib/corpus/pass/open.ts';
import { readCorpus } from '../../support/corpora.ts';
import { oddZip } from '../../support/odd-zip.ts';
import { randomSource } from '../../support/random.ts';

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

/** A source that counts how often it is read, and how many bytes. */
function counted(bytes: Uint8Array): { source: ByteSource; reads: number; taken: number } {
	const memory = memorySource('a.zip', bytes);
	const count = { source: memory, reads: 0, taken: 0 };
	count.source = {
		...memory,
		read: async (start, end) => {
			const part = await memory.read(start, end);
			count.reads++;
			count.taken += part.length;
			return part;
		}
	};
	return count;
}

async function titlesOf(source: ByteSource): Promise<string[]> {
	const titles: string[] = [];
	for await (const batch of openCorpus([source]).papers()) titles.push(...batch.map(({ title }) => title));
	return titles;
}

describe('many files', () => {
	const entries = (count: number) =>
		Array.from({ length: count }, (_, i) => ({ name: `f${i}.jsonl`, content: record(i), method: 0 }));
	const expected = (count: number) => Array.from({ length: count }, (_, i) => `T${i}`);

	it('in an archive are asked for by the megabyte, not by the file', async () => {
		for (const count of [300, 2000]) {
			const bytes = oddZip(entries(count));
			const file = counted(bytes);
			expect(await titlesOf(file.source)).toEqual(expected(count));
			// Two passes: the directory, and what is read ahead, twice as much each time up to a megabyte.
			expect(file.reads).toBeLessThan(2 * (20 + bytes.length / 1e6));
			expect(file.taken).toBeLessThan(4 * bytes.length + 500_000);
		}
	});

	it('that stand in no order are read with little around each', async () => {
		const count = 100;
		const random = randomSource(8);
		const others = { name: 'other', content: zeros(20_000), method: 0 };
		const inAnyOrder = entries(count).flatMap((entry) => [
			{ ...entry, place: random() },
			{ ...others, place: 2 }
		]);
		const file = counted(oddZip(inAnyOrder));
		expect((await titlesOf(file.source)).sort()).toEqual(expected(count).sort());
		// The others have 20,000 bytes each, and are read, too.
		expect(file.taken / count).toBeLessThan(2 * 50_000);
	});

	it('are told apart by as many folders as it takes', () => {
		const paths = Array.from({ length: 20_000 }, (_, i) => `/a/b${i % 7}/c${i}/x${i >> 1}.csv`);
		const names = distinctNames([...paths, '/a/one.csv', 'c/x', '/b/c/x', '/b/c/x']);
		expect(new Set(names.slice(0, 20_000)).size).toBe(20_000);
		expect(names[4]).toBe('c4/x2.csv');
		expect(names.slice(-4)).toEqual(['one.csv', 'c/x', 'b/c/x', 'b/c/x']);
	});
});
