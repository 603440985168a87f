import { expect, it } from 'vitest';

import type { TrendFinding } from '../../../../src/lib/analysis/trends/findings.ts';
import { nameDiffers } from '../../../../src/lib/views/parts/findings/name-words.ts';
import { yearly } from '../../../support/yearly-trends.ts';

const finding = (direction: TrendFinding['direction']): TrendFinding => ({
	id: 0,
	direction,
	certainty: direction === 'unclear' || direction === 'too few' ? null : 'fairly sure',
	segments: [],
	shape: { kind: 'throughout' },
	since: null,
	p: 0.5,
	q: 0.5,
	papers: 9,
	shares: [],
	bursts: []
});
const window = yearly([50, 50, 50, 50, 50]);
const said = (theme: TrendFinding['direction'], ...terms: TrendFinding['direction'][]) =>
	nameDiffers(
		finding(theme),
		terms.map((direction, order) => ({ term: `term ${order}`, finding: finding(direction) })),
		window
	);

it('says what the words of a name do, where the theme does something else', () => {
	expect(said('falling', 'unclear')).toBe(
		'Across all themes, the share of papers that say “term 0” shows no clear change.'
	);
	expect(said('unclear', 'rising', 'unclear', 'falling')).toBe(
		'Across all themes, the share of papers that say “term 0” is rising, fairly sure; that of “term 2” is falling, fairly sure.'
	);
});

it('is silent where they agree, or cannot be told', () => {
	expect(said('rising', 'rising', 'too few')).toBeNull();
	expect(said('steady', 'unclear')).toBeNull();
	expect(said('too few', 'rising')).toBeNull();
	expect(said('rising')).toBeNull();
});
