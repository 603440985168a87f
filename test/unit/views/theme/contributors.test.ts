import { describe, expect, it } from 'vitest';

import { dimensionsOf, heldWords } from '../../../../src/lib/views/pages/theme/contributor-words.ts';

describe('who and what papers name', () => {
	const named = { organisation: 0, venue: 3, author: 9, keyword: 0, country: 4 };

	it('offers countries and keywords where some paper states them', () => {
		const usual = ['author', 'organisation', 'venue'];
		expect(dimensionsOf({ named })).toEqual(['author', 'organisation', 'country', 'venue']);
		expect(dimensionsOf({ named: { ...named, keyword: 1 } })).toContain('keyword');
		expect(dimensionsOf({})).toEqual(usual);
	});

	it('says how often its papers are cited, where they say so', () => {
		expect(heldWords(12, null)).toBe('12 papers');
		expect(heldWords(1, 0)).toBe('1 paper, cited 0 times');
		expect(heldWords(2, 1)).toBe('2 papers, cited once');
		expect(heldWords(12, 1340)).toMatch(/^12 papers, cited 1.340 times$/);
	});
});
