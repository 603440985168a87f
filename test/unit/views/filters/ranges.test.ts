import { describe, expect, it } from 'vitest';

import {
	dateRangeWords,
	rangeFilterWords,
	teamRangeWords
} from '../../../../src/lib/views/parts/filters/range-words.ts';
import { isRange, withRange, withUnknown } from '../../../../src/lib/views/parts/filters/range-filter.ts';
import {
	dateTexts,
	readDates,
	readTeams,
	teamTexts
} from '../../../../src/lib/views/parts/filters/typed-range.ts';

describe('a range with unknown values', () => {
	const range = { from: 2, to: 10 };

	it('keeps its unknown values when the range moves, and is gone without a range', () => {
		expect(withRange({ range, unknown: true }, { from: 3, to: 4 })).toEqual({
			range: { from: 3, to: 4 },
			unknown: true
		});
		expect(withRange({ range, unknown: true }, null)).toBeNull();
		expect(withRange(null, { from: null, to: null })).toBeNull();
		expect(withRange(null, range)).toEqual({ range, unknown: false });
	});

	it('replaces “only unknown”', () => {
		expect(withRange({ range: null, unknown: true }, range)).toEqual({ range, unknown: false });
	});

	it('lets unknown values pass beside a range, or alone', () => {
		expect(withUnknown({ range, unknown: false }, true)).toEqual({ range, unknown: true });
		expect(withUnknown({ range, unknown: true }, false)).toEqual({ range, unknown: false });
		expect(withUnknown<number>(null, true)).toEqual({ range: null, unknown: true });
		expect(withUnknown<number>({ range: null, unknown: true }, false)).toBeNull();
	});

	it('knows its own range', () => {
		expect(isRange({ range, unknown: true }, { from: 2, to: 10 })).toBe(true);
		expect(isRange({ range, unknown: false }, { from: 2, to: null })).toBe(false);
		expect(isRange(null, { from: 2, to: 10 })).toBe(false);
	});
});

describe('typed dates', () => {
	it('are years, months or days, widened to the periods of the dataset', () => {
		expect(readDates({ from: '2023', to: '2024-02' }, 'day')).toEqual({
			range: { from: '2023-01-01', to: '2024-02-29' }
		});
		expect(readDates({ from: '2024-05-17', to: '' }, 'month')).toEqual({
			range: { from: '2024-05-01', to: null }
		});
		expect(readDates({ from: '', to: '' }, 'day')).toEqual({ range: null });
	});

	it('say what to write when they are no dates', () => {
		for (const from of ['May', '2024-13', '2023..2024', '24', '2024-02-30']) {
			expect(readDates({ from, to: '' }, 'day'), from).toHaveProperty('problem');
		}
		expect(readDates({ from: '2024', to: '2023' }, 'day')).toEqual({
			problem: 'The first date is after the last'
		});
	});

	it('stand in the fields as shortly as they can', () => {
		expect(dateTexts({ from: '2024-01-01', to: '2024-12-31' })).toEqual({ from: '2024', to: '2024' });
		expect(dateTexts({ from: '2024-03-01', to: null })).toEqual({ from: '2024-03', to: '' });
		expect(dateTexts({ from: null, to: '2024-03-07' })).toEqual({ from: '', to: '2024-03-07' });
		expect(dateTexts(null)).toEqual({ from: '', to: '' });
	});
});

describe('typed team sizes', () => {
	it('are whole numbers in order', () => {
		expect(readTeams({ from: '2', to: '' })).toEqual({ range: { from: 2, to: null } });
		expect(readTeams({ from: '', to: '' })).toEqual({ range: null });
		expect(readTeams({ from: 'two', to: '' })).toEqual({ problem: 'Write whole numbers' });
		expect(readTeams({ from: '9', to: '2' })).toEqual({ problem: 'The first number is above the last' });
		expect(teamTexts({ from: 2, to: null })).toEqual({ from: '2', to: '' });
	});
});

describe('ranges in words', () => {
	it('say dates no more precisely than they are', () => {
		expect(dateRangeWords({ from: '2024-01-01', to: '2024-12-31' })).toBe('2024');
		expect(dateRangeWords({ from: '2024-03-01', to: '2024-06-30' })).toBe('Mar 2024–Jun 2024');
		expect(dateRangeWords({ from: '2024-03-07', to: null })).toBe('from 7 Mar 2024');
		expect(dateRangeWords({ from: null, to: '2023-12-31' })).toBe('until 2023');
	});

	it('say team sizes, and unknown values beside them', () => {
		expect(teamRangeWords({ from: 4, to: 4 })).toBe('4 authors');
		expect(teamRangeWords({ from: 1, to: 1 })).toBe('1 author');
		expect(teamRangeWords({ from: 2, to: 10 })).toBe('2–10 authors');
		expect(teamRangeWords({ from: 21, to: null })).toBe('at least 21 authors');
		expect(teamRangeWords({ from: null, to: 3 })).toBe('at most 3 authors');
		const filter = { range: { from: 1, to: 3 }, unknown: true };
		expect(rangeFilterWords(filter, teamRangeWords, 'unknown')).toBe('1–3 authors or unknown');
		expect(rangeFilterWords<number>({ range: null, unknown: true }, teamRangeWords, 'unknown')).toBe(
			'unknown'
		);
	});
});
