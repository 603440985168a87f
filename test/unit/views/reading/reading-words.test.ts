import { describe, expect, it } from 'vitest';

import type { Measure, ReadingPaper } from '../../../../src/lib/queries/reading/reading-types.ts';
import { basisWords, listWords, reasonWords } from '../../../../src/lib/views/parts/reading/reading-words.ts';
import { listRow } from '../../../support/paper-rows.ts';

const paper = (facts: Partial<ReadingPaper> = {}): ReadingPaper => ({
	...listRow({ published: '2016-05', similarity: 0.432 }),
	amount: 212,
	place: 4,
	tied: 1,
	peers: 83,
	nearPlace: 3,
	nearOf: 60,
	newer: 0,
	sameDate: 1,
	secondThemeId: 7,
	secondSimilarity: 0.431,
	...facts
});

const of = (measure: Measure | null) => ({ measure, until: 2016, dated: 75 });
const why = (
	kind: Parameters<typeof reasonWords>[0],
	facts: Partial<ReadingPaper> = {},
	measure: Measure | null = 'citations'
) => reasonWords(kind, paper(facts), of(measure), (id) => (id === 7 ? 'Robots' : `theme ${id}`));

describe('why a paper is worth reading', () => {
	it.each([
		[{}, 'Cited 212 times, 4th of 83 papers of 2016; 3rd nearest of 60 to its theme’s centre'],
		[
			{ amount: 1, tied: 5 },
			'Cited once, joint 4th of 83 papers of 2016; 3rd nearest of 60 to its theme’s centre'
		],
		[
			{ published: null, place: 1, nearPlace: 1 },
			'Cited 212 times, 1st of 83 undated papers; nearest of 60 to its theme’s centre'
		],
		[
			{ place: 1, peers: 1, nearOf: 1 },
			'Cited 212 times, the only paper of 2016; the only paper of its theme'
		]
	] as const)('central and cited: %j', (facts, words) => {
		expect(why('start', facts)).toBe(words);
	});

	it('is said by what the sources state, else by similarity and date', () => {
		expect(why('classics', {}, 'upvotes')).toBe('212 upvotes, 4th of 83 papers of 2016');
		expect(why('classics', { amount: 1 }, 'comments')).toBe('1 comment, 4th of 83 papers of 2016');
		const nothing = { amount: null, place: null, tied: null, peers: null };
		expect(why('start', nothing, null)).toBe('3rd nearest of 60 to its theme’s centre');
		expect(why('classics', { ...nothing, newer: 74 }, null)).toBe(
			'The oldest of 75 dated papers; 3rd nearest of 60 to its theme’s centre'
		);
		expect(why('classics', nothing, null)).toBe(
			'Older than 0 of 75 dated papers; 3rd nearest of 60 to its theme’s centre'
		);
	});

	it.each([
		[{}, 'The newest'],
		[{ newer: 1 }, '2nd newest'],
		[{ sameDate: 12 }, 'One of 12 papers of the newest date; 3rd nearest of 60 to its theme’s centre'],
		[{ newer: 4, sameDate: 2 }, '4 are newer, 1 of the same date; 3rd nearest of 60 to its theme’s centre'],
		[{ sameDate: 2, nearPlace: null, nearOf: null }, 'One of 2 papers of the newest date']
	] as const)('new: %j', (facts, words) => {
		expect(why('newest', facts)).toBe(words);
	});

	it('between themes, and far from its own', () => {
		expect(why('bridges')).toBe('As near to “Robots” as to its own theme (0.43)');
		expect(why('bridges', { secondSimilarity: 0.41 })).toBe(
			'Almost as near to “Robots” (0.41) as to its own theme (0.43)'
		);
		expect(why('outliers', { nearPlace: 60 })).toBe(
			'Farther from its theme’s centre than 59 of its 59 other papers; cited 212 times, 4th of 83 papers of 2016; ' +
				'perhaps of “Robots”'
		);
		expect(why('outliers', { nearPlace: 60, secondSimilarity: 0.2, amount: null }, null)).toBe(
			'Farther from its theme’s centre than 59 of its 59 other papers'
		);
	});
});

describe('what the lists go by', () => {
	const basis = { papers: 500, stated: 480, dated: 500, until: 2016 };

	it('is said', () => {
		expect(basisWords({ ...basis, measure: 'citations' })).toBe(
			'The lists go by how often papers are cited, which 480 of 500 papers state, by similarity to the centres of ' +
				'themes and by date. A place such as “4th” counts all papers of the corpus from the same year that state it.'
		);
		expect(basisWords({ ...basis, stated: 500, measure: 'upvotes' })).toContain('which all 500 papers state');
		expect(basisWords({ ...basis, stated: 0, measure: null })).toMatch(
			/ fewer than half .*, or is 0 for each: .* by date\.$/
		);
		expect(listWords('classics', of('citations')).about).toBe('The most cited for their year, up to 2016');
		expect(listWords('start', of(null)).about).toBe('The most typical of their themes');
		expect(listWords('start', of(null), false).about).toBe('The most typical of the theme');
		expect(listWords('classics', of(null)).about).not.toContain('cited');
	});
});
