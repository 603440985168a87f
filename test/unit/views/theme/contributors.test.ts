import { describe, expect, it } from 'vitest';

import { citedWords, dimensionsOf } from '../../../../src/lib/views/pages/theme/contributor-words.ts';

describe('who and what papers name', () => {
	const named = { organisation: 0, venue: 3, author: 9, keyword: 0, country: 4 };

	it('offers countries and keywords where some paper states them', () => {
		const usual = ['author', 'organisation', 'venue'];
		expect(dimensionsOf({ named })).toEqual(['author', 'organisation', 'country', 'venue']);
		expect(dimensionsOf({ named: { ...named, keyword: 1 } })).toEqual([
			'author',
			'organisation',
			'country',
			'venue',
			'keyword'
		]);
		expect(dimensionsOf({})).toEqual(usual);
	});

	it('says how often its papers are cited', () => {
		expect(citedWords(0)).toBe('cited 0 times');
		expect(citedWords(1)).toBe('cited once');
		expect(citedWords(1340)).toBe('cited 1,340 times');
	});
});
