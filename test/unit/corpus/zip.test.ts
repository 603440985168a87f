import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../../src/lib/corpus/pass/open.ts';
import { isBalanced, readCorpus } from '../../support/corpora.ts';
import { oddZip, type OddEntry } from '../../support/odd-zip.ts';

const line = (title: string) => `${JSON.stringify({ title, abstract: `About ${title}` })}\n`;
const entry = (title: string, more: Partial<OddEntry> = {}): OddEntry => ({
	name: `${title}.jsonl`,
	content: strToU8(line(title)),
	...more
});

describe('zip archives', () => {
	const archive = zipSync({
		'papers/one.jsonl': strToU8(line('One') + line('Two')),
		'papers/two.csv': strToU8('title,abstract\nTwo,About Two\nThree,About Three\n'),
		'papers/inner.jsonl.gz': gzipSync(strToU8(line('Four'))),
		'__MACOSX/._one.jsonl': strToU8('rubbish'),
		'papers/.DS_Store': strToU8('rubbish'),
		'readme.txt': strToU8('hello'),
		'inner.zip': zipSync({ 'five.jsonl': strToU8(line('Five')) })
	});

	it('are read file by file, and what is no corpus is listed', async () => {
		const { papers, account } = await readCorpus({ 'my.zip': archive });
		expect(papers.map(({ title }) => title)).toEqual(['One', 'Two', 'Three', 'Four']);
		expect(
			account.inputs.map(({ file, format, records, papers }) => [file, format, records, papers])
		).toEqual([
			['my.zip/papers/one.jsonl', 'jsonl', 2, 2],
			['my.zip/papers/two.csv', 'csv', 2, 1],
			['my.zip/papers/inner.jsonl.gz', 'json', 1, 1],
			['my.zip/readme.txt', 'unknown', 1, 0],
			['my.zip/inner.zip', 'unknown', 1, 0]
		]);
		expect(account.rejections).toMatchObject([
			{ file: 'my.zip/readme.txt', reason: expect.stringMatching(/^not recognised/) },
			{ file: 'my.zip/inner.zip', reason: expect.stringMatching(/^an archive inside an archive/) }
		]);
		expect(isBalanced(account)).toBe(true);
		expect(account.inputs.every(({ sha256, bytes }) => sha256.length === 64 && bytes > 0)).toBe(true);
	});

	it('are refused with a reason when damaged or a dataset', async () => {
		await expect(readCorpus({ 'my.zip': archive.subarray(0, 150) })).rejects.toThrow(
			/^my\.zip is no whole zip archive \(its end is missing\)/
		);
		await expect(
			readCorpus({ 'd.zip': zipSync({ 'manifest.json': strToU8('{}'), 'dataset.duckdb': strToU8('x') }) })
		).rejects.toThrow(/saved dataset/);
	});
});

describe('zip archives as other programs write them', () => {
	const titles = async (archive: Uint8Array) => {
		const { papers, account } = await readCorpus({ 'odd.zip': archive });
		expect(isBalanced(account)).toBe(true);
		return papers.map(({ title }) => title);
	};

	it('are read when sizes stand after the content, stored content included', async () => {
		const signs = strToU8(line('PK\u0003\u0004 PK\u0007\u0008 PK\u0001\u0002 PK\u0005\u0006 in a title'));
		const archive = oddZip([
			entry('One', { isDescribedAfter: true }),
			entry('Two', { isDescribedAfter: true, method: 0 }),
			entry('Three', { isDescribedAfter: true, method: 0, content: signs }),
			entry('Four')
		]);
		expect(await titles(archive)).toEqual(['One', 'Two', expect.stringMatching(/in a title$/), 'Four']);
	});

	it('are read when sizes and places have 64 bits', async () => {
		expect(await titles(oddZip([entry('One', { isLarge: true }), entry('Two', { isLarge: true })]))).toEqual([
			'One',
			'Two'
		]);
	});

	it.each([false, true])('are read between other bytes (64 bits: %s)', async (isLarge) => {
		const entries = [entry('One', { isLarge }), entry('Two', { isLarge })];
		for (const before of ['', 'MZ a program that unpacks itself\0\0'])
			for (const after of ['', 'what a server appended', '\0'.repeat(512)])
				expect(await titles(oddZip(entries, before, after))).toEqual(['One', 'Two']);
	});

	it('are read when they are larger than 4 GB', async () => {
		const hole = 5_000_000_000;
		const archive = memorySource('odd.zip', oddZip([entry('One', { isLarge: true }), entry('Two')]));
		const source = openCorpus([
			{
				...archive,
				size: archive.size + hole,
				read: async (start, end) => {
					const bytes = new Uint8Array(Math.min(end, archive.size + hole) - start);
					const own = await archive.read(Math.max(0, start - hole), Math.max(0, end - hole));
					bytes.set(own, bytes.length - own.length);
					return bytes;
				}
			}
		]);
		const papers = [];
		for await (const batch of source.papers()) papers.push(...batch);
		expect(papers).toMatchObject([{ title: 'One' }, { title: 'Two' }]);
	});

	it('list what is encrypted or packed in other ways, and read the rest', async () => {
		const { papers, account } = await readCorpus({
			'odd.zip': oddZip([
				entry('One', { isEncrypted: true }),
				entry('Two', { method: 14 }),
				entry('Three', { method: 77 }),
				entry('Four')
			])
		});
		expect(papers).toMatchObject([{ title: 'Four' }]);
		expect(account.rejections.map(({ file, reason }) => [file, reason])).toEqual([
			['odd.zip/One.jsonl', expect.stringMatching(/^encrypted\. Unpack it with its password/)],
			['odd.zip/Two.jsonl', expect.stringMatching(/cannot be read \(LZMA\)/)],
			['odd.zip/Three.jsonl', expect.stringMatching(/cannot be read \(method 77\)/)]
		]);
		expect(isBalanced(account)).toBe(true);
	});

	it('are refused when their content is not what was packed', async () => {
		await expect(titles(oddZip([entry('One', { method: 0, checksum: 1 })]))).rejects.toThrow(
			/^odd\.zip: One\.jsonl is damaged/
		);
	});

	it('are refused when entries share their bytes, or are empty, parts, or documents', async () => {
		const shared = oddZip([entry('One', { content: strToU8(line('One').repeat(20)), method: 0 })]);
		const directoryAt = Buffer.from(shared).lastIndexOf('PK\u0001\u0002');
		const record = shared.subarray(directoryAt, shared.length - 22);
		const end = shared.slice(-22);
		new DataView(end.buffer).setUint16(10, 3, true);
		new DataView(end.buffer).setUint32(12, record.length * 3, true);
		const overlapping = Buffer.concat([shared.subarray(0, directoryAt), record, record, record, end]);
		await expect(titles(overlapping)).rejects.toThrow(/compression bomb/);
		await expect(titles(oddZip([]))).rejects.toThrow(/archive without files/);
		await expect(titles(oddZip([entry('x', { name: 'word/document.xml' })]))).rejects.toThrow(
			/a Word document/
		);
		const part = oddZip([entry('One')]);
		new DataView(part.buffer).setUint16(part.length - 18, 2, true);
		await expect(titles(part)).rejects.toThrow(/one part of an archive in several/);
	});

	it('may hold workbooks, and gzip may hold a workbook but no archive', async () => {
		const sheet =
			'<worksheet><sheetData><row><c t="inlineStr"><is><t>title</t></is></c></row><row><c t="inlineStr"><is><t>Six</t></is></c></row></sheetData></worksheet>';
		const workbook = zipSync({
			'customXml/item1.xml': strToU8('<a/>'),
			'xl/worksheets/sheet1.xml': strToU8(sheet)
		});
		expect(await titles(zipSync({ 'a.xlsx': workbook }))).toEqual(['Six']);
		expect(await titles(gzipSync(workbook))).toEqual(['Six']);
		await expect(titles(gzipSync(oddZip([entry('One')])))).rejects.toThrow(/archive inside an archive/);
	});
});
