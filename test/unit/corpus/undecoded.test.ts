import { describe, expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { decoded, noDecoding } from '../../../src/lib/corpus/bytes/decode.ts';
import { previewFile } from '../../../src/lib/corpus/pass/preview.ts';
import { readCorpus } from '../../support/corpora.ts';

const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const wide = (text: string) => [...new Uint8Array(Buffer.from(text, 'utf16le'))];

async function* cut(bytes: Uint8Array, size: number) {
	for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

describe('what cannot be decoded', () => {
	it.each<[string, number[], string, number]>([
		['nothing', utf8('Ä and \uFFFD and ü'), 'utf-8', 0],
		['a byte', [...utf8('Ä and \uFFFD'), 0xff, ...utf8('ü\uFFFD')], 'utf-8', 1],
		['a character that is cut off', [...utf8('Ä \uFFFD ü'), 0xef, 0xbf], 'utf-8', 1],
		['bytes before a held one', [0xe2, ...utf8('\uFFFD'), 0xf0, 0x9f], 'utf-8', 2],
		['half of a pair', [...wide('\uFEFFA\uFFFD'), 0x3d, 0xd8, ...wide('B\uFFFD')], 'utf-16le', 1],
		['a byte after a held one', [0xd6, 0xd0, 0x84, 0x31, 0xa4, 0x37, 0xd6, 0xd0, 0xff], 'gb18030', 1],
		['a byte without a letter', [0xe2, 0xe3, 0xff, 0xe2], 'windows-1253', 1]
	])('is counted: %s', async (_, bytes, encoding, count) => {
		for (const size of [1, 2, 3, 5, 1000]) {
			const decoding = noDecoding();
			let text = '';
			for await (const piece of decoded(cut(Uint8Array.from(bytes), size), encoding, decoding)) text += piece;
			expect(decoding).toEqual({ encoding, undecoded: count });
			expect(text.length).toBeGreaterThan(2);
		}
	});

	it('is in the account of tables and of lines, and in the preview, with the encoding', async () => {
		const table = Uint8Array.from([...utf8('title,abstract\nÄ Ö Ü é,Te'), 0xff, ...utf8('xt\n')]);
		const lines = Uint8Array.from([
			...utf8('{"title":"Ä Ö Ü","abstract":"Te'),
			0xff,
			...utf8('xt \uFFFD"}\n')
		]);
		for (const bytes of [table, lines]) {
			const { account } = await readCorpus({ a: bytes });
			expect(account.inputs[0]).toMatchObject({ encoding: 'utf-8', undecoded: 1 });
			const { parts } = await previewFile(memorySource('a', bytes), {}, 1e6);
			expect(parts[0]).toMatchObject({ encoding: 'utf-8', undecoded: 1 });
		}
		const { account } = await readCorpus({ a: 'title,abstract\nÄ Ö Ü,Text\n' });
		expect(account.inputs[0]).not.toHaveProperty('undecoded');
	});
});
