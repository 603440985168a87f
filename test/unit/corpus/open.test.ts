import { gzipSync, strToU8 } from 'fflate';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { CorpusError } from '../../../src/lib/corpus/bytes/error.ts';
import { openCorpus } from '../../../src/lib/corpus/pass/open.ts';
import { createRandom } from '../../../src/lib/pipeline/random.ts';
import { readCorpus } from '../../support/corpora.ts';

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

	it.each([
		['the data', 30, false],
		['the checksum', -6, false],
		['the length', -2, false],
		['the first of two members', 30, true]
	])('says so when gzip data are damaged: %s', async (_, place, more) => {
		const lines = Array.from({ length: 40 }, (__, i) => `{"title":"Seal ${i}"}\n`).join('');
		const member = gzipSync(strToU8(lines), { level: 0 });
		const file = more ? Uint8Array.from([...member, ...member]) : member;
		expect((await readCorpus({ a: file })).account.inputs[0]).toMatchObject({ records: more ? 80 : 40 });
		const damaged = file.slice();
		damaged[(place + member.length) % member.length] = 88;
		await expect(readCorpus({ a: damaged })).rejects.toThrow(/its checksum does not fit/);
	});

	it('takes no picture for text', async () => {
		const random = createRandom(3);
		const noise = Uint8Array.from({ length: 20_000 }, () => 1 + random.integer(255));
		await expect(readCorpus({ 'a.jpg': noise })).rejects.toThrow(/not text/);
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
			/notes\.txt: not recognised\. What can be read: .*JSON Lines.*Daily Papers page, table/
		);
		expect(() => openCorpus([]).account()).toThrow(/not been read/);
	});
});
