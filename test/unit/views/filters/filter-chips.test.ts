import { expect, it } from 'vitest';

import { formatFilters } from '../../../../src/lib/queries/filters/filter-syntax.ts';
import { noFilters, type Filters } from '../../../../src/lib/queries/filters/filters.ts';
import { filterChips } from '../../../../src/lib/views/parts/filters/filter-chips.ts';

const filters: Filters = {
	themes: [3, 12],
	date: { range: { from: '2024-01-01', to: '2024-12-31' }, unknown: true },
	dated: ['day', 'month'],
	team: { range: { from: 2, to: 10 }, unknown: false },
	query: ' chain of thought ',
	organisations: ['WueNLP', ''],
	venues: ['ACL'],
	authors: ['Ada Lovelace'],
	keywords: ['waggle dance'],
	countries: ['Chile', ''],
	area: [
		[5000, 6250],
		[2000, 3000]
	]
};
const chips = filterChips(filters, (id) => `theme ${id}`);

it('shows every filter in words', () => {
	expect(chips.map(({ label }) => label)).toEqual([
		'theme 3',
		'theme 12',
		'“chain of thought”',
		'2024 or undated',
		'dated to the month or day',
		'2–10 authors',
		'WueNLP',
		'no organisation',
		'ACL',
		'Ada Lovelace',
		'waggle dance',
		'Chile',
		'no country',
		'map area 0.20–0.50 × 0.30–0.63'
	]);
	expect(filterChips({ ...noFilters, query: '"chain of thought"' }, String)[0]?.label).toBe(
		'"chain of thought"'
	);
	expect(filterChips(noFilters, String)).toEqual([]);
	expect(new Set(chips.map(({ key }) => key)).size).toBe(chips.length);
});

it('takes away one filter each, and all of them together leave none', () => {
	for (const { without } of chips) {
		expect(formatFilters({ ...filters, ...without })).not.toEqual(formatFilters(filters));
	}
	let left: Filters = filters;
	for (let count = chips.length; count > 0; count--) {
		const now = filterChips(left, String);
		expect(now).toHaveLength(count);
		left = { ...left, ...now[0]!.without };
	}
	expect(formatFilters(left)).toEqual([]);
});
