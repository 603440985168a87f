import { describe, expect, it } from 'vitest';

import { denseBytes, denseLength, denseText } from '../../../src/lib/export/dense-text.ts';
import { pageBytes, pageFile } from '../../../src/lib/export/page-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
	const parts: Uint8Array[] = [];
	for await (const chunk of chunks) parts.push(chunk);
	return Buffer.concat(parts).toString('utf8');
}

describe('bytes as text', () => {
	it('come back, however they are cut', async () => {
		const bytes = Uint8Array.from({ length: 1000 }, (_, index) => (index * 151 + (index >> 3)) & 255);
		for (const length of [0, 1, 2, 3, 12, 13, 14, 999, 1000]) {
			const texts = new Set<string>();
			for (const step of [1, 2, 3, 7, 1000]) {
				const cuts = Array.from({ length: Math.ceil(length / step) }, (_, index) =>
					bytes.subarray(index * step, Math.min(length, (index + 1) * step))
				);
				texts.add(await textOf(denseText(cuts)));
			}
			const [text = '', ...others] = texts;
			expect(others).toEqual([]);
			expect(text).toMatch(/^[!#-;=-}]* \d+$/);
			expect(text).toHaveLength(denseLength(length) + ` ${length}`.length);
			expect([...denseBytes(text)]).toEqual([...bytes.subarray(0, length)]);
		}
	});

	it('have every value of 13 bits', async () => {
		const bytes = new Uint8Array(13 * 1024);
		for (let value = 0; value < 8192; value++) {
			for (let bit = 0; bit < 13; bit++) {
				const at = value * 13 + bit;
				bytes[at >> 3]! |= ((value >> (12 - bit)) & 1) << (7 - (at & 7));
			}
		}
		const text = await textOf(denseText([bytes]));
		expect(new Set(text.slice(0, -6).match(/../g)).size).toBe(8192);
		expect(Buffer.compare(denseBytes(text), bytes)).toBe(0);
	});

	it('are refused when some are missing', async () => {
		const text = await textOf(denseText([bytesOf('all that there is')]));
		expect(() => denseBytes(text.slice(0, 10))).toThrow(/not whole/);
		expect(() => denseBytes(text.slice(2))).toThrow(/not whole/);
		expect(() => denseBytes('')).toThrow(/not whole/);
	});
});

const template =
	'<head><script id="m">%corpuscope.manifest%</script></head><script>const marks = ["%corpuscope.manifest%", "%corpuscope.parts%"]</script><body>%corpuscope.parts%</body>';
const content = { manifest: '{}', view: '', engine: [bytesOf('engine')], dataset: [bytesOf('dataset')] };

describe('a page as one file', () => {
	it('is the template with what it shows, whatever its own code names', async () => {
		const page = await textOf(pageFile(template, { ...content, view: '?date=2024' }));
		expect(page).toBe(
			'<head><script id="m">{}</script></head><script>const marks = ["%corpuscope.manifest%", "%corpuscope.parts%"]</script><body>' +
				'<script type="application/json" id="corpuscope-view">"?date=2024"</script>' +
				`<script type="text/plain" id="corpuscope-engine">${await textOf(denseText(content.engine))}</script>` +
				`<script type="text/plain" id="corpuscope-dataset">${await textOf(denseText(content.dataset))}</script></body>`
		);
	});

	it('has the reading list that goes along, whatever a note says, and no other', async () => {
		const reading = [{ paperId: 3, title: 'A', note: '</script><b>' }];
		const page = await textOf(pageFile(template, { ...content, reading }));
		const [, list = ''] = /id="corpuscope-reading">(.*?)<\/script>/.exec(page) ?? [];
		expect(JSON.parse(list)).toEqual(reading);
		expect(await textOf(pageFile(template, content))).not.toContain('corpuscope-reading');
	});

	it('has no title or view that ends its script, begins a comment or takes the place of anything', async () => {
		const hostile = `</script><script>alert(1)</script><!-- <script> $& $' %corpuscope.parts%`;
		const manifest = JSON.stringify({ title: hostile });
		const page = await textOf(pageFile(template, { ...content, manifest, view: hostile }));
		expect(page.match(/<\/script/g)).toHaveLength(5);
		expect(page).not.toContain('<!--');
		const [, held = ''] = /<script id="m">(.*?)<\/script>/.exec(page) ?? [];
		expect(JSON.parse(held)).toEqual({ title: hostile });
	});

	it('has the size that is said before, but for its manifest and tags', async () => {
		const engine = new Uint8Array(10_001);
		const page = await textOf(pageFile(template, { ...content, engine: [engine] }));
		expect(Math.abs(page.length - pageBytes(template.length, engine.length, 7))).toBeLessThan(300);
	});

	it('is refused for a template of another version', async () => {
		await expect(textOf(pageFile('<body>%corpuscope.parts%</body>', content))).rejects.toThrow(
			/another version/
		);
	});
});
