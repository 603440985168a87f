import { describe, expect, it } from 'vitest';

import { PairSketch, PairTable } from '../../../../src/lib/pipeline/label/pair-table.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import { emptyHash, extendHash, WordTable } from '../../../../src/lib/pipeline/text/word-table.ts';

function idOf(table: WordTable, word: string, hash?: number): number {
	const codes = Uint16Array.from(word, (c) => c.charCodeAt(0));
	const own = codes.reduce((sum, code) => extendHash(sum, code), emptyHash);
	return table.idOf(codes, 0, codes.length, hash ?? own);
}

describe('WordTable', () => {
	it('numbers 20,000 words in order of first appearance, as a Map does', () => {
		const random = createRandom(7);
		const table = new WordTable();
		const expected = new Map<string, number>();
		const words = Array.from({ length: 60_000 }, () => `w${random.integer(20_000).toString(36)}`);
		for (const word of words) if (!expected.has(word)) expected.set(word, expected.size);
		expect(words.map((word) => idOf(table, word))).toEqual(words.map((word) => expected.get(word)));
		expect(table.size).toBe(expected.size);
	});

	it('tells words with equal hashes apart', () => {
		const table = new WordTable();
		expect(['rain', 'sun', 'rains', 'rain', 'sun'].map((word) => idOf(table, word, 99))).toEqual([
			0, 1, 2, 0, 1
		]);
	});
});

describe('PairTable', () => {
	it('numbers pairs in order of first appearance and finds them again', () => {
		const random = createRandom(8);
		const table = new PairTable();
		const expected = new Map<string, number>();
		const pairs = Array.from({ length: 50_000 }, () => [random.integer(300), random.integer(300)] as const);
		const found = pairs.map(([a, b]) => table.add(a, b));
		const wanted = pairs.map(([a, b]) => {
			const key = `${a} ${b}`;
			const id = expected.get(key) ?? expected.size;
			expected.set(key, id);
			return id;
		});
		expect(found).toEqual(wanted);
		const keys = Array.from({ length: table.size }, (_, id) => `${table.firsts[id]} ${table.seconds[id]}`);
		expect(keys).toEqual([...expected.keys()]);
	});
});

describe('PairSketch', () => {
	it('never counts too low, even when it is crowded', () => {
		const random = createRandom(9);
		const sketch = new PairSketch(8);
		const counts = new Map<number, number>();
		for (let i = 0; i < 5000; i++) {
			const [a, b] = [random.integer(30), random.integer(30)];
			sketch.add(a, b);
			counts.set(a * 30 + b, (counts.get(a * 30 + b) ?? 0) + 1);
		}
		const tooLow = [...counts].filter(
			([key, count]) => sketch.atMost(Math.floor(key / 30), key % 30) < Math.min(255, count)
		);
		expect(tooLow).toEqual([]);
	});

	it('is exact where nothing collides', () => {
		const sketch = new PairSketch();
		for (let i = 0; i < 3; i++) sketch.add(4, 5);
		expect([sketch.atMost(4, 5), sketch.atMost(5, 4)]).toEqual([3, 0]);
	});
});
