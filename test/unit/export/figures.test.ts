import Papa from 'papaparse';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SaxesParser } from 'saxes';

import { figureSvg, wrapText } from '../../../src/lib/export/figure-svg.ts';
import { withDensity } from '../../../src/lib/export/png-density.ts';
import { tableCsv } from '../../../src/lib/export/csv.ts';
import { escapeXml } from '../../../src/lib/export/xml.ts';
import { hostileTexts } from '../../support/generate-papers.ts';

/** All texts of a document, and its elements; throws when it is not well-formed. */
function read(xml: string): { texts: string[]; elements: string[] } {
	const found = { texts: [] as string[], elements: [] as string[] };
	const parser = new SaxesParser();
	parser.on('text', (text) => void found.texts.push(text));
	parser.on('opentag', ({ name }) => void found.elements.push(name));
	parser.write(xml).close();
	return found;
}

describe('texts in markup', () => {
	it('come back as they were, whatever they are', () => {
		const readable = (character: string) => character >= ' ' || '\t\n\r'.includes(character);
		for (const text of [...hostileTexts, '<script>alert(1)</script>', `"'&<>`, '🧪 é', 'a\tb']) {
			const { texts, elements } = read(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
			expect(elements).toEqual(['a']);
			expect(texts.join('')).toBe(
				[...text]
					.map((character) => (readable(character) ? character : '\ufffd'))
					.join('')
					.replace(/\r\n?/g, '\n')
			);
		}
		expect(escapeXml('a\ud83db\0')).toBe('a\ufffdb\ufffd');
	});
});

describe('a figure as SVG', () => {
	const { svg, width, height } = figureSvg({
		drawing: { content: '<circle r="4"/>', width: 500, height: 200 },
		title: 'Share <of> papers',
		headline: 'A & B rise while nothing else does, which takes more than a line to say in letters this large',
		caption: 'Share of each year’s papers',
		source: 'Papers "x". Corpuscope dataset 0123',
		colours: { ground: '#fff', ink: '#000', soft: '#555' },
		font: 'system-ui, "Segoe UI"',
		measure: (text, size) => text.length * size * 0.55
	});

	it('is well-formed and says all its words', () => {
		const { texts, elements } = read(svg);
		expect(elements.filter((name) => name === 'circle')).toHaveLength(1);
		const words = texts.join(' ');
		for (const part of ['Share <of> papers', 'A & B rise', 'Papers "x". Corpuscope dataset 0123']) {
			expect(words).toContain(part);
		}
		expect(elements.filter((name) => name === 'text').length).toBeGreaterThanOrEqual(5);
	});

	it('has room for the drawing and the words around it', () => {
		expect(width).toBe(540);
		expect(height).toBeGreaterThan(300);
		const lines = [...svg.matchAll(/<text x="20" y="([\d.]+)"/g)].map(([, y]) => Number(y));
		expect(lines).toEqual([...lines].sort((a, b) => a - b));
		expect(Math.max(...lines)).toBeLessThan(height);
	});

	it('breaks lines between words', () => {
		expect(wrapText('aa bb cc  dd', 5, (text) => text.length)).toEqual(['aa bb', 'cc dd']);
		expect(wrapText('unbreakable a', 3, (text) => text.length)).toEqual(['unbreakable', 'a']);
		expect(wrapText('', 9, (text) => text.length)).toEqual([]);
	});
});

describe('a PNG with its size on paper', () => {
	function chunk(type: string, data: Buffer): Buffer {
		const head = Buffer.concat([Buffer.from(type), data]);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(data.length);
		const sum = Buffer.alloc(4);
		sum.writeUInt32BE(crc32(head));
		return Buffer.concat([length, head, sum]);
	}
	const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const body = [chunk('IDAT', deflateSync(Buffer.from([0, 0]))), chunk('IEND', Buffer.alloc(0))];
	const png = Buffer.concat([signature, chunk('IHDR', header), ...body]);

	it('holds 300 dots per inch as 11,811 per metre, with a checksum that zlib agrees to', () => {
		const density = Buffer.from([0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]);
		const expected = Buffer.concat([signature, chunk('IHDR', header), chunk('pHYs', density), ...body]);
		expect(Buffer.from(withDensity(png, 300))).toEqual(expected);
	});

	it('is asked for', () => {
		expect(() => withDensity(Buffer.from('GIF89a'), 300)).toThrow(TypeError);
	});
});

it('writes tables as CSV that a parser reads back and no spreadsheet runs', () => {
	const rows = [
		['=HYPERLINK("x")', -3.25, 'a, "b"\nc'],
		['plain', 1e-7, '-1']
	];
	const csv = tableCsv({ header: ['+Period', 'All', 'x'], rows });
	const read = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data;
	expect(csv[0]).toBe('\ufeff');
	expect(read).toEqual([
		["'+Period", 'All', 'x'],
		[`'=HYPERLINK("x")`, '-3.25', 'a, "b"\nc'],
		['plain', '1e-7', "'-1"]
	]);
});
