import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { denseBytes, denseText } from '../../lib/export/dense-text.ts';

/** Runs the code that stands before it, packed; its source goes into the page. */
async function unpack(bytesOf: typeof denseBytes): Promise<void> {
	const packed = document.currentScript!.previousElementSibling!;
	const bytes = new Blob([bytesOf(packed.textContent)]);
	const code = document.createElement('script');
	code.textContent = await new Response(bytes.stream().pipeThrough(new DecompressionStream('gzip'))).text();
	packed.replaceWith(code);
}

/**
 * A page with its longest script gzipped, about a third of the size: a few lines unpack it when the page opens. Its policy
 * lets in the script that it had before, and these lines.
 */
export async function packPage(html: string): Promise<string> {
	const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)];
	const [whole, code] = scripts.reduce((a, b) => (b[0].length > a[0].length ? b : a));
	const text: Uint8Array[] = [];
	for await (const chunk of denseText([gzipSync(code!, { level: 9 })])) text.push(chunk);
	const lines = `(${unpack.toString()})(${denseBytes.toString()})`;
	const hash = createHash('sha256').update(lines).digest('base64');
	const packed = `<script type="text/plain">${Buffer.concat(text).toString()}</script><script>${lines}</script>`;
	return html
		.replace(whole, () => packed)
		.replace(/(?<=content-security-policy"[^>]*script-src )/, () => `'sha256-${hash}' `);
}
