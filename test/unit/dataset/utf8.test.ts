import { describe, expect, it } from 'vitest';

import { utf8Length } from '../../../src/lib/base/byte-writer.ts';

describe('the length of a text in UTF-8', () => {
	it.each([
		'',
		'plain',
		'Größe',
		'日本語',
		'🧪👩‍🔬',
		'a\u0000b',
		'\ud800',
		'x\udc00y',
		'\ud83e\ud83e\uddea',
		'߿ࠀ'
	])('is that of the encoder for %j', (text) => {
		expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
	});
});
