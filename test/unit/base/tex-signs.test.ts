import { describe, expect, it } from 'vitest';

import { withTexSigns } from '../../../src/lib/base/tex-signs.ts';

describe('TeX’s signs in a text for reading', () => {
	it.each([
		['decay (\\alpha) of \\beta-carotene', 'decay (α) of β-carotene'],
		['many GPUs---among them ours---wait', 'many GPUs—among them ours—wait'],
		['a gain of 5\\% \\& more', 'a gain of 5% & more'],
		['within \\pm 2 \\times', 'within ± 2 ×']
	])('%j is %j', (text, shown) => {
		expect(withTexSigns(text)).toBe(shown);
	});

	it.each([
		'C:\\temp\\lambdas and \\alphabet',
		'run --help, then --- a rule\n---\n',
		'a formula $x_i^{\\frac{1}{2}}$',
		'plain text'
	])('%j stays as it is', (text) => {
		expect(withTexSigns(text)).toBe(text);
	});
});
