import { beforeAll, describe, expect, it } from 'vitest';

import { TableChecksum } from '../../../src/lib/dataset/canonical.ts';
import type { TableName } from '../../../src/lib/dataset/schema.ts';
import { assign } from '../../../src/lib/pipeline/assign.ts';
import { fit } from '../../../src/lib/pipeline/fit.ts';
import type { ThemeModel } from '../../../src/lib/pipeline/model.ts';
import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import { quantiseRows } from '../../../src/lib/pipeline/write/assign-chunk.ts';
import { createRandom } from '../../../src/lib/pipeline/random.ts';
import { parseModel, serialiseModel } from '../../../src/lib/pipeline/serialise.ts';
import { TableWriter } from '../../../src/lib/pipeline/write/table-writer.ts';
import { forged } from '../../support/forge.ts';
import { randomSource } from '../../support/random.ts';

const words = ['root', 'soil', 'rain', 'leaf', 'sun', 'cloud', 'seed', 'tree', 'river', 'stone'];
const random = createRandom(11);
const papers = Array.from({ length: 40 }, (_, i) => ({
	title: words[i % 10] as string,
	abstract: Array.from({ length: 12 }, () => words[(i + random.integer(4)) % 10]).join(' ')
}));

describe('serialiseModel and parseModel', () => {
	let model: ThemeModel;
	let files: Map<string, Uint8Array>;
	beforeAll(async () => {
		model = await fit(papers, { ...defaultOptions, themes: 3, components: 5 });
		files = serialiseModel(model);
	});

	it('give back the same model, to the last bit', () => {
		expect(parseModel(files)).toEqual(model);
		expect(serialiseModel(parseModel(files))).toEqual(files);
	});

	it('assign the same as before', async () => {
		expect(await assign(parseModel(files), papers)).toEqual(await assign(model, papers));
	});

	it('write numbers little-endian, whatever the host', () => {
		const name = [...files.keys()].find((file) => file.endsWith('leafCentroids.data.f64')) as string;
		const bytes = files.get(name) as Uint8Array;
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		expect(view.getFloat64(8, true)).toBe(model.leafCentroids.data[1]);
	});

	/** `FUZZ_ROUNDS=10000` forges as many; `FUZZ_SEED` others. */
	it('refuse what was forged in words, or give a model that papers can be assigned by', async () => {
		const forgery = randomSource(Number(process.env.FUZZ_SEED ?? 7));
		const rounds = Number(process.env.FUZZ_ROUNDS ?? 300);
		const json = JSON.parse(new TextDecoder().decode(files.get('model.json'))) as unknown;
		const refusals = new Set<string>();
		for (let round = 0; round < rounds; round++) {
			const changed = new Map(files).set('model.json', new TextEncoder().encode(forged(json, forgery)));
			const read = await Promise.resolve()
				.then(() => parseModel(changed))
				.catch((error: Error) => error);
			if (read instanceof Error) refusals.add(read.message);
			else expect((await assign(read, papers)).leafId).toHaveLength(papers.length);
		}
		expect(refusals.size).toBeGreaterThan(50);
		const numbers = new Map(files);
		const name = [...files.keys()].find((file) => file.endsWith('leafCentroids.data.f64')) as string;
		numbers.set(name, new Uint8Array((files.get(name) as Uint8Array).length).fill(0xff));
		expect(() => parseModel(numbers)).toThrow(/^leafCentroids\.data must hold numbers/);
	});

	it('refuse what is missing, cut short or of another version', () => {
		const name = [...files.keys()].find((file) => file.endsWith('.f64')) as string;
		const without = (changes: [string, Uint8Array | null][]) => {
			const copy = new Map(files);
			for (const [file, bytes] of changes) {
				if (bytes) copy.set(file, bytes);
				else copy.delete(file);
			}
			return () => parseModel(copy);
		};
		expect(without([[name, null]])).toThrow(name);
		expect(without([[name, (files.get(name) as Uint8Array).slice(0, -1)]])).toThrow(name);
		expect(without([['model.json', null]])).toThrow('not a model');
		expect(without([['model.json', new TextEncoder().encode('{"version":99}')]])).toThrow('99');
	});
});

describe('quantiseRows', () => {
	it('is off by at most half a step of the largest component over 127', () => {
		const [rows, columns] = [200, 50];
		const data = Float64Array.from({ length: rows * columns }, () => random.normal());
		const matrix = { rows, columns, data };
		let worst = 0;
		let worstCosine = 0;
		const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) => {
			let [ab, aa, bb] = [0, 0, 0];
			for (let i = 0; i < columns; i++) {
				ab += (a[i] as number) * (b[i] as number);
				aa += (a[i] as number) ** 2;
				bb += (b[i] as number) ** 2;
			}
			return ab / Math.sqrt(aa * bb);
		};
		const all = new Int8Array(quantiseRows(matrix).buffer);
		const bytes = Array.from({ length: rows }, (_, row) => all.subarray(row * columns, (row + 1) * columns));
		for (let row = 0; row < rows; row++) {
			const exact = data.subarray(row * columns, (row + 1) * columns);
			const largest = Math.max(...exact.map(Math.abs));
			const quantised = bytes[row] as Int8Array;
			expect(Math.max(...quantised.map(Math.abs))).toBe(127);
			exact.forEach((value, i) => {
				worst = Math.max(worst, Math.abs(value / largest - (quantised[i] as number) / 127));
			});
			const other = (row + 1) % rows;
			const true_ = cosine(exact, data.subarray(other * columns, (other + 1) * columns));
			worstCosine = Math.max(worstCosine, Math.abs(true_ - cosine(quantised, bytes[other] as Int8Array)));
		}
		expect(worst).toBeLessThanOrEqual(0.5 / 127 + 1e-12);
		expect(worstCosine).toBeLessThan(0.01);
	});

	it('leaves a zero row zero', () => {
		expect([...quantiseRows({ rows: 1, columns: 3, data: new Float64Array(3) })]).toEqual([0, 0, 0]);
	});
});

describe('TableWriter', () => {
	const term = (theme_id: number, rank: number, text: string, weight: number) => ({
		theme_id,
		rank,
		term: text,
		weight
	});

	async function write(rows: readonly ReturnType<typeof term>[], part?: (index: number) => number) {
		const written: { table: TableName; part: number; length: number }[] = [];
		const writer = new TableWriter({
			write: async (table, batch, number) => void written.push({ table, part: number, length: batch.length })
		});
		for (const [index, row] of rows.entries()) await writer.add('theme_terms', row, part?.(index));
		const summary = (await writer.finish()).find(({ name }) => name === 'theme_terms');
		return { written, summary };
	}

	it('sums up rows as lines of JSON in the order of the schema, FLOATs in single precision', async () => {
		const { summary } = await write([term(0, 1, 'rain "wet"\n', 0.1), term(0, 2, 'étang', 2)]);
		expect(summary).toEqual({
			name: 'theme_terms',
			rows: 2,
			// Sum of mmh3 5.3.1's hash128(line, 0, False) over the lines [0,1,"rain \\"wet\\"\\n",0.10000000149011612] and [0,2,"étang",2].
			checksum: '0e3c76a734863631d34d14ac9507c071'
		});
	});

	it('gives the same checksum however the rows were portioned', async () => {
		const rows = Array.from({ length: 5000 }, (_, i) => term(0, i + 1, `w${i}`, i / 7));
		const whole = await write(rows);
		const cut = await write(rows, (index) => Math.floor(index / 777));
		expect(cut.summary).toEqual(whole.summary);
		expect(whole.written.every(({ length }) => length <= 2048)).toBe(true);
		expect(whole.written.reduce((sum, { length }) => sum + length, 0)).toBe(5000);
		expect(new Set(cut.written.map(({ part }) => part)).size).toBe(7);
	});

	it('names every table, with the checksum of nothing for empty ones', async () => {
		const writer = new TableWriter({ write: async () => {} });
		for (const { rows, checksum } of await writer.finish())
			expect([rows, checksum]).toEqual([0, '0'.repeat(32)]);
	});
});

describe('TableChecksum', () => {
	it('writes unknown values as null and bytes in hexadecimal', () => {
		const vectors = new TableChecksum('paper_vectors');
		vectors.update({ length: 1, columns: { paper_id: [3], vector: [Uint8Array.of(0, 127, 255)] } });
		expect(vectors.digest()).toBe('df8e23d0817e230d3b160ca86d04ad10');
		const cube = new TableChecksum('cube');
		cube.update({
			length: 1,
			columns: { leaf_id: [1], period: [null], date_precision: [null], team_size: [4], papers: [2] }
		});
		expect(cube.digest()).toBe('2fca27725e4b6acdfa70ce4d69e79325');
	});

	it('hashes rows of whole numbers as their bytes', () => {
		const postings = new TableChecksum('postings');
		postings.update({
			length: 2,
			columns: { term_id: [7, 8], paper_id: [-1, 70_000], frequency: [2, 1], position: [0, 3] }
		});
		// struct.pack('<4i', 7, -1, 2, 0) and struct.pack('<4i', 8, 70000, 1, 3)
		expect(postings.digest()).toBe('958d8c54e124236581d446c93d325a29');
		const repeats = new TableChecksum('repeats');
		repeats.update({ length: 1, columns: { term_id: [7], paper_id: [3], position: [12] } });
		expect(repeats.digest()).toBe('72fe4252cd48e92044d3044dbf7c5b9f');
	});

	it('is the same whatever the order and the portions, and counts every row', () => {
		const rows = Array.from({ length: 300 }, (_, i) => ({ paper_id: i, position: 1, name: `N${i % 7}` }));
		const sumOf = (some: typeof rows) => {
			const sum = new TableChecksum('paper_authors');
			const column = <K extends keyof (typeof rows)[number]>(name: K) => some.map((row) => row[name]);
			const columns = { paper_id: column('paper_id'), position: column('position'), name: column('name') };
			sum.update({ length: some.length, columns });
			return sum;
		};
		const parts = [rows.slice(200), rows.slice(0, 90), rows.slice(90, 200)].map(sumOf);
		const joined = new TableChecksum('paper_authors');
		for (const part of parts) joined.add(part.state());
		const whole = sumOf(rows);
		expect([joined.digest(), joined.rows]).toEqual([whole.digest(), 300]);
		expect(sumOf([...rows].reverse()).digest()).toBe(whole.digest());
		expect(sumOf([...rows, rows[0]!]).digest()).not.toBe(whole.digest());
		expect(sumOf([...rows.slice(1), { ...rows[0]!, name: 'N1' }]).digest()).not.toBe(whole.digest());
	});
});
