import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { ScratchFile } from '../../../../src/cli/dataset/scratch-file.ts';
import { BytePool } from '../../../../src/lib/pipeline/write/byte-pool.ts';
import { PostingRuns } from '../../../../src/lib/pipeline/write/posting-runs.ts';
import { idsOf, packWords } from '../../../../src/lib/pipeline/text/packed-words.ts';
import { WordTable } from '../../../../src/lib/pipeline/text/word-table.ts';
import { TermOrder } from '../../../../src/lib/pipeline/write/postings.ts';
import { Numbers } from '../../../../src/lib/pipeline/write/varints.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function numbersOf(pool: BytePool, list: number): number[] {
	const numbers = new Numbers();
	numbers.add(pool.read(list));
	return Array.from(numbers.read);
}

/** Fills lists of a pool, short ones more than long ones, and notes what each was given. */
function fill(pool: BytePool, lists: number[][], count: number, seed: number): void {
	const random = createRandom(seed);
	for (let i = 0; i < count; i++) {
		const list = Math.min(random.integer(lists.length), random.integer(lists.length));
		const value = [0, 1, 127, 128, 16_383, 16_384, 2 ** 31, random.integer(1000)][i % 8] as number;
		pool.push(list, value);
		lists[list]?.push(value);
	}
}

describe('BytePool', () => {
	it('gives back what many interleaved lists were given, also once it was cleared', () => {
		const pool = new BytePool();
		for (let round = 0; round < 2; round++) {
			const lists: number[][] = Array.from({ length: 50 }, () => []);
			if (round === 0) for (const list of lists.keys()) expect(pool.begin()).toBe(list);
			fill(pool, lists, 20_000, round);
			expect(lists.map((_, list) => numbersOf(pool, list))).toEqual(lists);
			expect(lists.map((_, list) => pool.isEmpty(list))).toEqual(lists.map(({ length }) => length === 0));
			pool.clear();
			expect(lists.map((_, list) => numbersOf(pool, list))).toEqual(lists.map(() => []));
			expect(pool.bytes).toBe(0);
		}
	});

	it('reads a list that ends where its slice ends', () => {
		const pool = new BytePool();
		const [short, long] = [pool.begin(), pool.begin()];
		for (let length = 1; length < 40; length++) {
			pool.push(short, length);
			pool.push(long, 200);
			expect(numbersOf(pool, short)).toEqual(Array.from({ length }, (_, i) => i + 1));
		}
	});
});

describe('PostingRuns', () => {
	it('joins what many runs hold of a list, also where it is longer than what is read at once', () => {
		const path = join(temporaryFolder(), 'scratch');
		const scratch = new ScratchFile(path);
		const runs = new PostingRuns(scratch);
		const pool = new BytePool();
		const lists: number[][] = Array.from({ length: 300 }, () => []);
		lists.forEach(() => pool.begin());
		const order = Int32Array.from(lists, (_, list) => (list * 7) % lists.length);
		for (let run = 0; run < 5; run++) {
			fill(pool, lists, 3000 * run, run);
			for (let i = 0; i < 150_000; i++) {
				pool.push(run, i);
				lists[run]?.push(i);
			}
			runs.add(pool, order);
			pool.clear();
		}
		for (let time = 0; time < 2; time++) {
			runs.rewind();
			for (const list of order) {
				const numbers = new Numbers();
				runs.read(list, (bytes) => numbers.add(bytes));
				const values = numbers.read;
				expect(values.length).toBe(lists[list]?.length);
				expect(values.every((value, i) => value === lists[list]?.[i])).toBe(true);
			}
		}
		scratch.close();
		expect(existsSync(path)).toBe(false);
	});
});

describe('TermOrder', () => {
	it('sorts a growing list by code units', () => {
		const random = createRandom(4);
		const letters = ['', 'a', 'Z', 'é', '\u{1f9ea}'];
		const terms: string[] = [];
		const table = new WordTable();
		const order = new TermOrder(table);
		expect(order.sorted()).toEqual(new Int32Array(0));
		for (let round = 0; round < 5; round++) {
			const fresh = Array.from(
				{ length: 40 },
				() => `${letters[random.integer(5)]}${letters[random.integer(5)]}${random.integer(1000)}`
			);
			for (const term of fresh) if (!terms.includes(term)) terms.push(term);
			expect(Array.from(idsOf(packWords(fresh), table))).toEqual(fresh.map((term) => terms.indexOf(term)));
			expect(Array.from(order.sorted(), (id) => table.word(id))).toEqual([...terms].sort());
		}
	});
});
