import { describe, expect, it } from 'vitest';

import {
	citedWords,
	contributorsTitle,
	dimensionsOf,
	firstDimension
} from '../../../../src/lib/views/parts/contributors/contributor-words.ts';

describe('who and what papers name', () => {
	const named = { organisation: 0, venue: 3, author: 9, keyword: 0, country: 4 };

	it('offers what some paper states, and of datasets that do not say so what all have', () => {
		expect(dimensionsOf({ named })).toEqual(['author', 'country', 'venue']);
		expect(dimensionsOf({ named: { ...named, author: 0, country: 0, venue: 0 } })).toEqual([]);
		expect(dimensionsOf({})).toEqual(['author', 'organisation', 'venue']);
	});

	it('begins with the authors, unless they are many', () => {
		expect(firstDimension(['author', 'venue'], 20_000)).toBe('author');
		expect(firstDimension(['author', 'venue'], 20_001)).toBe('venue');
		expect(firstDimension(['author'], 20_001)).toBe('author');
		expect(firstDimension([], 3)).toBeNull();
	});

	it('says how often its papers are cited together, and how many say so', () => {
		const words = (citations: number | null, counted: number) =>
			citedWords({ citations, counted, papers: 3 });
		expect(words(0, 3)).toBe('cited 0 times');
		expect(words(1, 3)).toBe('cited once');
		expect(words(1340, 2)).toBe('cited 1,340 times, 2 known');
		expect(words(null, 0)).toBe('citations unknown');
	});
});

it('are headed by the kinds of names that there are', () => {
	expect(contributorsTitle(['author', 'organisation', 'country', 'venue', 'keyword'])).toBe(
		'Who, where and on what'
	);
	expect(contributorsTitle(['author', 'venue'])).toBe('Who and where');
	expect(contributorsTitle(['venue', 'keyword'])).toBe('Where and on what');
	expect(contributorsTitle(['organisation'])).toBe('Organisations');
});
