import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { packPage } from '../../../src/cli/site/pack-page.ts';
import { denseBytes } from '../../../src/lib/export/dense-text.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');

const first = "document.documentElement.dataset.theme = 'dark'";
const code = `\n${Array.from({ length: 500 }, (_, line) => `const a${line} = '$& ${line} < é'`).join(';\n')}\n`;
const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'wasm-unsafe-eval' 'sha256-${hashOf(code)}'; style-src 'none'">`;
const page = `<head><script>${first}</script>${policy}</head><body><div><script>${code}</script></div>%corpuscope.parts%</body>`;

describe('a packed page', () => {
	it('holds its longest script to the letter, a few lines that unpack it, and all else as it was', async () => {
		const packed = await packPage(page);
		expect(packed.length).toBeLessThan(page.length / 2);
		const [, text = '', lines = ''] =
			/<div><script type="text\/plain">(.*?)<\/script><script>([^]*?)<\/script><\/div>/.exec(packed) ?? [];
		expect(gunzipSync(denseBytes(text)).toString()).toBe(code);
		expect(lines.length).toBeLessThan(2000);
		// Nothing that a page does not have: it stands alone.
		expect(lines).not.toMatch(/import|require|__vi/);
		const policies = [hashOf(lines), hashOf(code)].map((hash) => `'sha256-${hash}'`);
		for (const allowed of policies) expect(packed).toContain(allowed);
		expect(packed).toContain(`<head><script>${first}</script>`);
		expect(packed).toMatch(/%corpuscope\.parts%<\/body>$/);
	});
});
