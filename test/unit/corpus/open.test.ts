import { gzipSync, strToU8 } from 'fflate';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes.ts';
import { CorpusError } from '../../../src/lib/corpus/error.ts';
import { openCorpus } from '../../../src/lib/corpus/open.ts';
import { createRandom } from '../../../src/lib/pipeline/random.ts';
import { isBalanced, readCorpus } from '../../support/corpora.ts';

const line = (i: number) => `{"title":"T${i}","abstract":"Text ${i}"}\n`;

describe('a corpus', () => {
	it('inflates gzip, of several members too, and hashes the file as it is', async () => {
		const members = [gzipSync(strToU8(line(1))), gzipSync(strToU8(line(2)))];
		const file = new Uint8Array(Buffer.concat(members));
		const { papers, account } = await readCorpus({ 'a.gz': file });
		expect(papers.map(({ title }) => title)).toEqual(['T1', 'T2']);
		expect(account.inputs[0]).toMatchObject({
			bytes: file.length,
			sha256: createHash('sha256').update(file).digest('hex')
		});
	});

	it('says so when gzip data are cut short', async () => {
		const file = gzipSync(strToU8(line(1).repeat(500)));
		await expect(readCorpus({ a: file.subarray(0, file.length - 20) })).rejects.toThrow(/gzip data/);
	});

	it('reads UTF-16 and a byte-order mark', async () => {
		const utf16 = new Uint8Array(Buffer.from(`\uFEFF{"title":"Größe","abstract":"x"}`, 'utf16le'));
		expect((await readCorpus({ a: utf16 })).papers[0]?.title).toBe('Größe');
		expect((await readCorpus({ a: `\uFEFF${line(1)}` })).papers[0]?.title).toBe('T1');
	});

	it('can be read twice, with the same result', async () => {
		const source = openCorpus([
			memorySource('a', Array.from({ length: 600 }, (_, i) => line(i % 500)).join(''))
		]);
		const read = async () => {
			const titles = [];
			for await (const batch of source.papers()) titles.push(...batch.map(({ title }) => title));
			return { titles, account: source.account() };
		};
		const first = await read();
		expect(first.titles).toHaveLength(500);
		expect(await read()).toEqual(first);
	});

	it('stops when it is cancelled', async () => {
		const controller = new AbortController();
		const source = openCorpus([memorySource('a', Array.from({ length: 2000 }, (_, i) => line(i)).join(''))]);
		const read = async () => {
			for await (const batch of source.papers({ signal: controller.signal }))
				if (batch.length) controller.abort();
		};
		await expect(read()).rejects.toMatchObject({ name: 'AbortError' });
	});

	it('says what it can read when it recognises nothing', async () => {
		await expect(readCorpus({ 'notes.txt': 'hello world\nthis is nothing' })).rejects.toThrow(CorpusError);
		await expect(readCorpus({ 'notes.txt': 'hello world' })).rejects.toThrow(
			/notes\.txt: not recognised\. Formats: daily-papers, jsonl, csv/
		);
		expect(() => openCorpus([]).account()).toThrow(/not been read/);
	});
});

describe('damaged input', () => {
	const seeds = {
		page: readFileSync('data/daily-papers.txt', 'utf8').slice(0, 9000),
		jsonl: Array.from(
			{ length: 30 },
			(_, i) => `{"title":"T${i}","abstract":"A ${i}","authors":["x","y"],"date":"2024-0${(i % 9) + 1}"}`
		).join('\n'),
		csv: `title,abstract,authors\n${Array.from({ length: 30 }, (_, i) => `"T, ${i}","A ""${i}""",x; y`).join('\n')}`
	};
	const formats = { page: 'daily-papers', jsonl: 'jsonl', csv: 'csv' } as const;

	it.each(Object.keys(seeds) as (keyof typeof seeds)[])('never breaks the account of a %s', async (kind) => {
		const random = createRandom(7);
		const bytes = new TextEncoder().encode(seeds[kind]);
		for (let round = 0; round < 300; round++) {
			const copy = Uint8Array.from(bytes);
			for (let flips = 0; flips < 1 + random.integer(20); flips++)
				copy[random.integer(copy.length)] = random.integer(256);
			const cut = copy.subarray(random.integer(40), copy.length - random.integer(copy.length >> 1));
			try {
				const { account, papers } = await readCorpus({ x: cut }, { format: formats[kind] });
				expect(isBalanced(account)).toBe(true);
				expect(account.inputs[0]?.papers).toBe(papers.length);
			} catch (error) {
				expect(error).toBeInstanceOf(CorpusError);
			}
		}
	});
});
