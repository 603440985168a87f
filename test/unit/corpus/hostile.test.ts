import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import type { ByteSource } from '../../../src/lib/corpus/bytes/bytes.ts';
import type { FormatId } from '../../../src/lib/corpus/formats/registry.ts';
import { openCorpus } from '../../../src/lib/corpus/pass/open.ts';
import { readCorpus } from '../../support/corpora.ts';

const gigabyte = 1_000_000_000;
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A file of a gigabyte that goes on as it begins, and counts what was read of it. */
class EndlessFile implements ByteSource {
	readonly name = 'endless';
	readonly size = gigabyte;
	given = 0;
	readonly #head: Uint8Array;
	readonly #unit: Uint8Array;

	constructor(head: string, unit: string) {
		this.#head = utf8(head);
		this.#unit = utf8(unit.repeat(Math.ceil(262_144 / unit.length)));
	}

	async read(): Promise<Uint8Array> {
		return new Uint8Array(0);
	}

	async *stream(): AsyncGenerator<Uint8Array> {
		yield this.#head;
		for (; this.given < this.size; this.given += this.#unit.length) yield this.#unit;
	}
}

describe('a file of a gigabyte', () => {
	it.each([
		['one line of JSON', '{"title":"One"}\n{"title":"', 'aaaa ', /a line of more than 64 million/],
		['one string in a list', '[{"title":"', 'aaaa ', /a record of more than 64 million/],
		['one row', 'title,abstract\na,', 'aaaa ', /a row of more than 16 million/],
		['a quote that never closes', 'title,abstract\n"a","', 'aaaa ', /a row of more than 16 million/],
		['one RIS record', 'TY  - JOUR\nTI  - a\n', 'KW  - aaaa\n', /a record of more than 16 million/],
		['one BibTeX entry', '@article{a,\n title={', 'aaaa aaaa\n', /a record of more than 16 million/],
		['one paragraph', 'Of ice and water\n', `${'word '.repeat(30)}\n`, /a record of more than 16 million/],
		['one page', 'Papers\nOct 31\nT\n·\n3 authors\n·\n', 'aaaa aaaa\n', /a page of more than 16 million/],
		['one citation', '1: Berg F. T. J. 2020. PMID: 1.\n', 'aaaa\n', /a record of more than 16 million/],
		['one XML element', '<feed><entry><title>', 'aaaa ', /a record of more than 16 million/],
		['one XML attribute', '<feed><entry a="', 'aaaa ', /a record of more than 16 million/],
		['elements in each other', '<feed><entry>', '<a>', /more than 100000 elements inside each other/],
		['zeros', '', '\0', /not text/],
		['a header and zeros', 'title,abstract\na,b\n', '\0', /not text/]
	])('that is %s is refused before it fills the memory', async (_, head, unit, reason) => {
		const file = new EndlessFile(head, unit);
		const read = async () => {
			for await (const batch of openCorpus([file]).papers()) expect(batch).toBeDefined();
		};
		await expect(read()).rejects.toThrow(reason);
		expect(file.given).toBeLessThan(150_000_000);
	});
});

describe('JSON', () => {
	const deep = 300_000;
	const around = (open: string, inner: string, close: string) =>
		open.repeat(deep) + inner + close.repeat(deep);

	it.each([
		['lists in lists', around('[', '{"title":"x"}', ']'), 'nested too deeply'],
		['objects in objects', around('{"k":', '{"title":"x"}', '}'), 'nested too deeply'],
		['a title in lists', `[{"title":${around('[', '"x"', ']')}}]`, 'no title and no abstract'],
		['a title in objects', `[{"title":${around('{"title":', '"x"', '}')}}]`, 'nested too deeply'],
		['what never closes', '['.repeat(deep), 'not valid JSON']
	])('may nest however deep: %s', async (_, content, reason) => {
		const { account } = await readCorpus({ 'deep.json': content });
		expect(account.rejections).toMatchObject([{ reason }]);
	});
});

describe('compression bombs', () => {
	const zeros = new Uint8Array(20_000_000);

	it('are refused', async () => {
		for (const bomb of [zipSync({ 'b.csv': zeros }, { level: 1 }), gzipSync(zeros, { level: 1 })])
			await expect(readCorpus({ bomb }, { format: 'csv' })).rejects.toThrow(/refused as a compression bomb/);
	});
});

describe('XML', () => {
	const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
	const type = `<!DOCTYPE feed [<!ENTITY l0 "ha"> ${laughs.join('\n')}]>`;
	const bomb = `<?xml version="1.0"?>\n${type}\n<feed><entry><title>&l20;</title></entry></feed>`;

	it.each(['auto', 'atom', 'endnote-xml'] as const)(
		'that defines entities is refused when read as %s',
		async (format: FormatId | 'auto') => {
			await expect(readCorpus({ 'laughs.xml': bomb }, { format })).rejects.toThrow(
				/^laughs\.xml: it defines XML entities of its own/
			);
		}
	);

	it('may name and describe its type', async () => {
		const type = '<!DOCTYPE feed [<!ELEMENT entry (title)>]>';
		const { papers } = await readCorpus({
			a: `${type}<feed><entry><title>Ice &amp; water</title></entry></feed>`
		});
		expect(papers).toMatchObject([{ title: 'Ice & water' }]);
	});
});

describe('BibTeX', () => {
	it('that doubles its macros is refused', async () => {
		const grow = `@string{a = ${Array.from({ length: 10 }, () => 'a').join(' # ')}}\n`;
		const content = `@string{a = "aaaaaaaaaa"}\n${grow.repeat(12)}@article{x, title = a}`;
		await expect(readCorpus({ 'a.bib': content })).rejects.toThrow(/a value of more than 16 million/);
	});

	it('whose values never close is read in good time', async () => {
		const { account } = await readCorpus({ 'a.bib': `@article{x,\n${' title = {a\n'.repeat(50_000)}` });
		expect(account.inputs).toMatchObject([{ records: 1, papers: 1 }]);
	});
});

describe('names and excerpts', () => {
	it('hold no characters that a terminal would obey', async () => {
		const { account } = await readCorpus({
			'a.zip': zipSync({ 'evil\u001b[2J.jsonl': utf8('{"title": "Ice"}\n\u001b]0;evil\u0007 rubbish\n') })
		});
		expect(account.rejections).toMatchObject([{ file: 'a.zip/evil [2J.jsonl', excerpt: ']0;evil rubbish' }]);
	});
});
