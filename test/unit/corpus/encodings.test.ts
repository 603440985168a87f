import { describe, expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { decoded } from '../../../src/lib/corpus/bytes/decode.ts';
import { lines } from '../../../src/lib/corpus/bytes/lines.ts';
import { openCorpus } from '../../../src/lib/corpus/pass/open.ts';
import { readCorpus } from '../../support/corpora.ts';

const text = `title,abstract\nGrößen & Maße – naïve,“Das ist” ein Text\n${'Another,Plain text\n'.repeat(400)}`;
const latin1 = (source: string) =>
	Uint8Array.from(source, (char) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[char] ?? char.charCodeAt(0));
const utf16 = (source: string, littleEndian: boolean) => {
	const bytes = new Uint8Array(Buffer.from(source, 'utf16le'));
	return littleEndian ? bytes : bytes.map((_, i) => bytes[i ^ 1] ?? 0);
};
const encodings: [string, Uint8Array][] = [
	['UTF-8', new TextEncoder().encode(text)],
	['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
	['UTF-16, little end first, with a mark', utf16(`\uFEFF${text}`, true)],
	['UTF-16, big end first, with a mark', utf16(`\uFEFF${text}`, false)],
	['UTF-16, little end first', utf16(text, true)],
	['UTF-16, big end first', utf16(text, false)],
	['Windows-1252', latin1(text)],
	[
		'Windows-1252 that begins with much ASCII',
		latin1(`title,abstract\n${'Plain,Plain text\n'.repeat(2000)}Größe,Maße–\n`)
	]
];

async function* cut(bytes: Uint8Array, size: number) {
	for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

async function decode(bytes: Uint8Array, size: number) {
	let whole = '';
	for await (const piece of decoded(cut(bytes, size))) whole += piece;
	return whole;
}

describe('encodings', () => {
	it.each(encodings)('%s is read', async (name, bytes) => {
		const { papers } = await readCorpus({ a: bytes }, { keepDuplicates: true });
		const found = papers.find(({ title }) => title.startsWith('Größe'));
		expect(found?.abstract).toMatch(name.includes('much') ? /^Maße–$/ : /^“Das ist” ein Text$/);
	});

	it.each(encodings)('%s is read the same wherever it is cut', async (_, bytes) => {
		const whole = await decode(bytes, bytes.length);
		expect(whole).not.toContain('\uFFFD');
		for (const size of [1, 2, 3, 1000, 4096]) expect(await decode(bytes, size)).toBe(whole);
	});

	it('keeps UTF-8 with a few broken bytes', async () => {
		const bytes = new TextEncoder().encode('title,abstract\nÄ Ö Ü x,Text\n');
		bytes[bytes.length - 7] = 0xff;
		expect(await decode(bytes, 7)).toContain('Ä Ö Ü \uFFFD,Text');
	});

	it('reads a file of one byte and of none', async () => {
		expect(await decode(new Uint8Array([65]), 1)).toBe('A');
		expect(await decode(new Uint8Array(0), 1)).toBe('');
	});
});

describe('lines', () => {
	const source = 'a\r\nb\n\rc\r\r\n\nd';
	it('end with CRLF, LF or CR, wherever the text is cut', async () => {
		for (let size = 1; size <= source.length; size++) {
			const found: string[] = [];
			const pieces = async function* () {
				for (let i = 0; i < source.length; i += size) yield source.slice(i, i + size);
			};
			for await (const line of lines(pieces())) found.push(line);
			expect(found).toEqual(['a', 'b', '', 'c', '', '', 'd']);
		}
	});

	it('may be as long as a file that comes in many pieces', async () => {
		const bytes = new TextEncoder().encode(`{"title":"T","abstract":"${'word '.repeat(400_000)}"}`);
		const source = openCorpus([{ ...memorySource('a', bytes), stream: () => cut(bytes, 1000) }], {
			format: 'jsonl'
		});
		let length = 0;
		for await (const batch of source.papers()) length += batch[0]?.abstract.length ?? 0;
		expect(length).toBe(1_999_999);
	});
});
