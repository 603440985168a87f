import { describe, expect, it } from 'vitest';

import {
	countedAs,
	formatJoins,
	joinNames,
	parseJoins,
	partNames,
	shownNames
} from '../../../src/lib/dataset/joined-names.ts';

describe('joined names', () => {
	const joins = joinNames([], 'organisation', ['Google', 'GoogleDeepMind']);

	it('are one name, the first, in their dimension alone', () => {
		expect(shownNames(joins, 'organisation', ['MIT', 'GoogleDeepMind', 'Google'])).toEqual(['MIT', 'Google']);
		expect(shownNames(joins, 'venue', ['GoogleDeepMind'])).toEqual(['GoogleDeepMind']);
		expect(countedAs(joins, 'organisation', 'GoogleDeepMind')).toEqual(['Google', 'GoogleDeepMind']);
	});

	it('take in what they were joined with before, and part again', () => {
		const more = joinNames(joinNames(joins, 'organisation', ['DeepMind', 'deepmind']), 'organisation', [
			'Google',
			'deepmind'
		]);
		expect(more).toEqual([
			{ dimension: 'organisation', names: ['Google', 'GoogleDeepMind', 'DeepMind', 'deepmind'] }
		]);
		expect(joinNames(joins, 'organisation', ['Google'])).toEqual(joins);
		expect(partNames(more, 'organisation', 'DeepMind')).toEqual([]);
		expect(partNames(more, 'venue', 'DeepMind')).toEqual(more);
	});

	it('come back from their written form, whatever the names', () => {
		const odd = joinNames(joins, 'venue', ['a&b=c;d', 'é + %3B "']);
		expect(parseJoins(formatJoins(odd))).toEqual(odd);
	});

	it.each([
		'',
		'organisation=Google',
		'city=a&city=b',
		'venue=a&author=b',
		'venue=a&venue=a',
		'venue=a&venue=',
		'venue=a&venue=b;venue=b&venue=c'
	])('are not understood from "%s"', (text) => {
		expect(parseJoins(text)).toBeNull();
	});
});
