import { describe, expect, it } from 'vitest';

import { formatFilters } from '../../../../src/lib/queries/filters/filter-syntax.ts';
import { noFilters, type Filters } from '../../../../src/lib/queries/filters/filters.ts';
import { filterChips } from '../../../../src/lib/views/parts/filters/filter-chips.ts';
import { joinings } from '../../../../src/lib/views/parts/filters/joining.ts';

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

describe('names that count as one', () => {
	const joins = [{ dimension: 'venue', names: ['ACL', 'ACL (Main)'] }] as const;
	const both = { ...noFilters, venues: ['ACL (Main)', 'ACL', 'EMNLP'] };

	it('are one chip, which takes all of them away', () => {
		const [first, second] = filterChips(both, String, joins);
		expect([first?.label, second?.label]).toEqual(['ACL and 1 more', 'EMNLP']);
		expect(first?.without).toEqual({ venues: ['EMNLP'] });
	});

	it('are chips of their own where not all of them are filtered by', () => {
		const labels = filterChips({ ...noFilters, venues: ['ACL'] }, String, joins).map(({ label }) => label);
		expect(labels).toEqual(['ACL']);
	});

	it('are joined by one press and taken apart by one', () => {
		const filters = { ...noFilters, organisations: ['Google', '', 'GoogleDeepMind'], authors: ['Ada'] };
		const [join, ...others] = joinings(filters, []);
		expect(others).toEqual([]);
		expect(join?.label).toBe('Count Google and GoogleDeepMind as one');
		expect(join?.joins).toEqual([{ dimension: 'organisation', names: ['Google', 'GoogleDeepMind'] }]);
		const joined = { ...filters, organisations: [...filters.organisations, 'MIT'] };
		const [more, apart] = joinings(joined, join!.joins);
		expect(more?.label).toBe('Count Google and MIT as one');
		expect(more?.filters).toEqual({ organisations: ['Google', 'GoogleDeepMind', 'MIT', ''] });
		expect(apart).toEqual({ label: 'Count Google and GoogleDeepMind apart', joins: [], filters: {} });
	});
});
