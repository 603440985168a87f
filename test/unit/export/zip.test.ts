import { inflateRawSync } from 'node:zlib';

import { strFromU8, strToU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterEach, describe, expect, it } from 'vitest';

import { distinctFileNames, fileStem } from '../../../src/lib/export/file-name.ts';
import { exportFormats, writeRows } from '../../../src/lib/export/formats.ts';
import { themeArchive } from '../../../src/lib/export/theme-archive.ts';
import { zip, type ZipEntry } from '../../../src/lib/export/zip.ts';
import { createRandom } from '../../../src/lib/pipeline/random.ts';
import { awkwardTexts, exportRow } from '../../support/export-rows.ts';

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	for await (const chunk of chunks) parts.push(chunk);
	return new Uint8Array(Buffer.concat(parts));
}

const zone = process.env.TZ;
afterEach(() => {
	process.env.TZ = zone;
});

describe('zip', () => {
	const entries = (): ZipEntry[] => [
		{ name: 'a/first.txt', content: [strToU8('one '), strToU8('two')] },
		{ name: '語😀.csv', content: [] },
		{ name: 'large.txt', content: Array.from({ length: 50 }, () => strToU8('abc '.repeat(10_000))) }
	];

	it('gives back names and contents', async () => {
		const files = unzipSync(await bytesOf(zip(entries())));
		expect(Object.keys(files)).toEqual(['a/first.txt', '語😀.csv', 'large.txt']);
		expect(strFromU8(files['a/first.txt']!)).toBe('one two');
		expect(files['語😀.csv']).toHaveLength(0);
		expect(strFromU8(files['large.txt']!)).toBe('abc '.repeat(500_000));
	});

	it('packs any bytes so that another program gives them back, however they come', async () => {
		const random = createRandom(6);
		for (let round = 0; round < 300; round++) {
			const values = [3, 20, 256][round % 3] as number;
			const bytes = Uint8Array.from({ length: random.integer(round % 10 === 0 ? 200_000 : 3000) }, (_, at) =>
				round % 2 === 0 && at % 4 > 0 ? 0 : random.integer(values)
			);
			const content: Uint8Array[] = [];
			for (let at = 0; at < bytes.length;)
				content.push(bytes.subarray(at, (at += 1 + random.integer(70_000))));
			const archive = Buffer.from(await bytesOf(zip([{ name: 'a', content }])));
			// Name and contents stand behind the 30 bytes of the entry's header.
			const packed = archive.readUInt32LE(archive.lastIndexOf('PK\u0001\u0002') + 20);
			expect(inflateRawSync(archive.subarray(31, 31 + packed)).equals(bytes)).toBe(true);
		}
	});

	it('gives the same bytes at any time and in any zone', async () => {
		const first = await bytesOf(zip(entries()));
		process.env.TZ = 'Pacific/Kiritimati';
		const second = await bytesOf(zip(entries()));
		process.env.TZ = 'America/Sao_Paulo';
		const third = await bytesOf(zip(entries()));
		expect(Buffer.compare(first, second)).toBe(0);
		expect(Buffer.compare(first, third)).toBe(0);
	});

	it('reads an entry only when its turn has come, and no more once closed', async () => {
		const asked: string[] = [];
		function* lazy(): Generator<ZipEntry> {
			for (const name of ['a', 'b', 'c']) {
				asked.push(name);
				yield { name, content: [strToU8(name)] };
			}
		}
		for await (const chunk of zip(lazy())) {
			expect(chunk.length).toBeGreaterThan(0);
			break;
		}
		expect(asked).toEqual(['a']);
	});

	it('passes on the failure of an entry', async () => {
		async function* broken(): AsyncGenerator<Uint8Array> {
			yield strToU8('x');
			throw new Error('connection lost');
		}
		await expect(bytesOf(zip([{ name: 'a', content: broken() }]))).rejects.toThrow('connection lost');
	});
});

describe('themeArchive', () => {
	const rows = awkwardTexts(300, 8).map((title, paper_id) =>
		exportRow({ paper_id, title, theme_id: paper_id % 3 })
	);
	const themes = ['Safety', 'safety!', 'con'].map((label, themeId) => ({ themeId, label }));
	const ofTheme = (themeId: number) => [rows.filter((row) => row.theme_id === themeId)];

	it('holds every paper once, in the file of its theme', async () => {
		const files = unzipSync(await bytesOf(themeArchive(themes, exportFormats.csv, ofTheme)));
		expect(Object.keys(files)).toEqual(['Safety.csv', 'safety-2.csv', 'con-theme.csv']);
		const ids = Object.values(files).map((file) => {
			const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file);
			const parsed = Papa.parse<Record<string, string>>(text, {
				header: true,
				skipEmptyLines: true,
				newline: '\r\n'
			});
			return parsed.data.map(({ paper_id }) => Number(paper_id));
		});
		expect(ids.map((list) => list.length)).toEqual([100, 100, 100]);
		ids.forEach((list, themeId) =>
			expect(list).toEqual(ofTheme(themeId)[0]!.map(({ paper_id }) => paper_id))
		);
	});

	it.each(Object.keys(exportFormats) as (keyof typeof exportFormats)[])(
		'writes %s as one file would',
		async (name) => {
			const format = exportFormats[name];
			const files = unzipSync(await bytesOf(themeArchive(themes, format, ofTheme)));
			const alone = await bytesOf(writeRows(format, ofTheme(1)));
			expect(Buffer.compare(files[`safety-2.${format.extension}`]!, alone)).toBe(0);
		}
	);
});

describe('writeRows', () => {
	it('does not depend on how rows are batched', async () => {
		const rows = awkwardTexts(40).map((title) => exportRow({ title }));
		const whole = await bytesOf(writeRows(exportFormats.csv, [rows]));
		const pieces = await bytesOf(writeRows(exportFormats.csv, [rows.slice(0, 7), [], rows.slice(7)]));
		expect(Buffer.compare(whole, pieces)).toBe(0);
		expect([...whole.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	});

	it('writes the header alone for no papers', async () => {
		expect(strFromU8(await bytesOf(writeRows(exportFormats.csv, [])))).toMatch(/^\S+\r\n$/);
	});
});

describe('file names', () => {
	it.each([
		['preference optimisation', 'preference-optimisation'],
		['C++ / C#', 'C-C'],
		['../../etc/passwd', 'etc-passwd'],
		['naïve 語', 'naïve-語'],
		['nai\u0308ve', 'naïve'],
		['<img src=x onerror="alert(1)">', 'img-src-x-onerror-alert-1'],
		['NUL', 'NUL-theme'],
		['...', 'theme'],
		['', 'theme']
	])('of %j is %j', (label, stem) => {
		expect(fileStem(label)).toBe(stem);
	});

	it('end before they are too long, and never inside a character', () => {
		expect(fileStem('𝒳'.repeat(200))).toBe('𝒳'.repeat(60));
	});

	it('differ where case is ignored', () => {
		expect(distinctFileNames(['a', 'A', 'a-2', 'a!'], 'csv')).toEqual([
			'a.csv',
			'A-2.csv',
			'a-2-2.csv',
			'a-3.csv'
		]);
	});
});
