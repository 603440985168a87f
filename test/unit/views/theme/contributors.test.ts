import { describe, expect, it } from 'vitest';

import type { Site } from '../../../../src/lib/state/site.ts';
import {
	citedWords,
	dimensionsOf,
	firstDimension
} from '../../../../src/lib/views/pages/theme/contributor-words.ts';

describe('who and what papers name', () => {
	const named = { organisation: 0, venue: 3, author: 9, keyword: 0, country: 4 };

	it('offers countries and keywords where some paper states them', () => {
		const usual = ['author', 'organisation', 'venue'];
		expect(dimensionsOf({ named })).toEqual(['author', 'country', 'venue']);
		expect(dimensionsOf({ named: { ...named, keyword: 1 } })).toEqual([
			'author',
			'country',
			'venue',
			'keyword'
		]);
		expect(dimensionsOf({})).toEqual(usual);
	});

	it('shows first what some paper names', () => {
		const counts = { papers: 9 } as Site['counts'];
		expect(firstDimension({ counts, named })).toBe('author');
		expect(firstDimension({ counts, named: { ...named, author: 0 } })).toBe('country');
		expect(firstDimension({ counts: { ...counts, papers: 20_001 } })).toBe('organisation');
	});

	it('says how often its papers are cited', () => {
		expect(citedWords(0)).toBe('cited 0 times');
		expect(citedWords(1)).toBe('cited once');
		expect(citedWords(1340)).toBe('cited 1,340 times');
	});
});
