import { describe, expect, it } from 'vitest';

import { rowHeight, underTitle } from '../../../../src/lib/views/parts/paper-words/under-title.ts';
import { listRow } from '../../../support/paper-rows.ts';

describe('what stands under a title', () => {
	const paper = listRow({ published: '2024-03', teamSize: 1204, similarity: 0.5, citations: 0 });

	it('is date, team and theme in one line, and counts in another', () => {
		expect(
			underTitle(paper, ['theme', 'published', 'team_size', 'similarity', 'citations', 'references'])
		).toEqual({
			facts: 'Mar 2024 · team of 1,204',
			themed: true,
			counts: 'Similarity 0.50 · Citations 0'
		});
	});

	it('counts the team among the rest where it has no line to stand in', () => {
		const { facts, counts } = underTitle(paper, ['team_size', 'citations']);
		expect([facts, counts]).toEqual(['', 'Team 1,204 · Citations 0']);
		expect(underTitle(listRow(), ['team_size']).counts).toBe('Team unknown');
	});

	it('says what is unknown of date and team, and nothing of other counts', () => {
		const said = underTitle(listRow(), ['published', 'team_size', 'citations']);
		expect(said).toEqual({ facts: 'undated · team unknown', themed: false, counts: '' });
	});

	it('makes rows as high as it needs', () => {
		expect(rowHeight([])).toBe(44);
		expect(rowHeight(['theme', 'published', 'team_size'])).toBe(76);
		expect(rowHeight(['team_size', 'references', 'keywords'])).toBe(94);
		expect(rowHeight(['theme', 'team_size', 'citations', 'keywords', 'countries'])).toBe(130);
	});
});
