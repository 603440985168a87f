import { describe, expect, it } from 'vitest';

import { base64, pageBytes, pageFile } from '../../../src/lib/export/page-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
	const parts: Uint8Array[] = [];
	for await (const chunk of chunks) parts.push(chunk);
	return Buffer.concat(parts).toString('utf8');
}

describe('base64 of bytes in chunks', () => {
	it('is that of Node, however the bytes are cut', async () => {
		const bytes = Uint8Array.from({ length: 1000 }, (_, index) => (index * 151 + (index >> 3)) & 255);
		for (const length of [0, 1, 2, 3, 4, 999, 1000]) {
			const wanted = Buffer.from(bytes.subarray(0, length)).toString('base64');
			for (const step of [1, 2, 3, 7, 1000]) {
				const cuts = Array.from({ length: Math.ceil(length / step) }, (_, index) =>
					bytes.subarray(index * step, Math.min(length, (index + 1) * step))
				);
				expect(await textOf(base64(cuts))).toBe(wanted);
			}
		}
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
				'<script type="text/plain" id="corpuscope-engine">ZW5naW5l</script>' +
				'<script type="text/plain" id="corpuscope-dataset">ZGF0YXNldA==</script></body>'
		);
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
