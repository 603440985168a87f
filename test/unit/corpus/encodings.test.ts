import { describe, expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { linesOf } from '../../../src/lib/corpus/bytes/cut-lines.ts';
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

describe('encodings of other scripts', () => {
	/** Bytes of a text, by the decoder's own table turned round. */
	function encoded(source: string, encoding: string): Uint8Array {
		const codes = new Map<string, number[]>();
		const decoder = new TextDecoder(encoding);
		const learn = (bytes: number[]) => {
			const char = decoder.decode(Uint8Array.from(bytes), { stream: true }) + decoder.decode();
			if (!char.includes('\uFFFD') && [...char].length === 1 && !codes.has(char)) codes.set(char, bytes);
		};
		for (let first = 0; first < 256; first++) learn([first]);
		for (let first = 0x81; first < 255; first++)
			for (let second = 0x40; second < 255; second++) learn([first, second]);
		return Uint8Array.from([...source].flatMap((char) => codes.get(char) ?? [63]));
	}

	const texts: [string, string][] = [
		['windows-1250', 'Żubry w łąkach śpią, gdy źrebięta są głodne. Łoś i żuraw wędrują przez świętą rzekę.'],
		['windows-1251', 'Выдры живут в реках и едят рыбу. Бобры строят плотины из дерева и глины.'],
		['koi8-r', 'Выдры живут в реках и едят рыбу. Бобры строят плотины из дерева и глины.'],
		['windows-1253', 'Οι βίδρες ζουν στα ποτάμια και τρώνε ψάρια. Οι κάστορες χτίζουν φράγματα από ξύλο.'],
		['gb18030', '水獭生活在河流中，以鱼为食。海狸用木头和泥土建造水坝，它们在秋天工作。'],
		['big5', '水獺生活在河流中，以魚為食。海狸用木頭和泥土建造水壩，牠們在秋天工作。'],
		['shift_jis', 'カワウソは川に住んでいて、魚を食べます。ビーバーは木と泥でダムを作ります。'],
		['euc-jp', 'カワウソは川に住んでいて、魚を食べます。ビーバーは木と泥でダムを作ります。'],
		['euc-kr', '수달은 강에 살며 물고기를 먹습니다. 비버는 나무와 진흙으로 댐을 만듭니다.']
	];

	it.each(texts)('%s is told by its bytes, in a table and in lines', async (encoding, abstract) => {
		const table = encoded(`title,abstract\nOne,"${abstract}"\n`, encoding);
		const lines = encoded(
			`{"title":"One","abstract":"${abstract}"}\n{"title":"Two","abstract":"x"}\n`,
			encoding
		);
		for (const bytes of [table, lines]) {
			const { papers } = await readCorpus({ a: bytes });
			expect(papers[0]?.abstract).toBe(abstract);
			expect(await decode(bytes, 1)).toBe(await decode(bytes, 4096));
		}
	});

	it('may be stated', async () => {
		const bytes = encoded('title,abstract\nOne,Бо\n', 'windows-1251');
		const { papers } = await readCorpus({ a: bytes }, { encoding: 'windows-1251' });
		expect(papers[0]?.abstract).toBe('Бо');
	});

	it('Windows-1252 has the letters of the WHATWG where ISO 8859-1 has control characters', async () => {
		const table = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
		const high = Uint8Array.from({ length: 128 }, (_, at) => at + 128);
		const rest = Array.from({ length: 96 }, (_, at) => String.fromCharCode(at + 160)).join('');
		let text = '';
		for await (const piece of decoded(cut(high, 1), 'windows-1252')) text += piece;
		expect(text).toBe(table + rest);
		expect([...linesOf({ bytes: high, encoding: 'windows-1252' })]).toEqual([table + rest]);
	});
});
