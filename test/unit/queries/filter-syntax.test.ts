import { describe, expect, it } from 'vitest';

import {
	filterNames,
	formatFilters,
	parseFilters,
	type FilterName
} from '../../../src/lib/queries/filters/filter-syntax.ts';
import { noFilters, type Filters } from '../../../src/lib/queries/filters/filters.ts';
import type { PeriodUnit } from '../../../src/lib/base/date.ts';
import { randomSource } from '../../support/random.ts';

const themes = [3, 12, 15];

function parse(written: readonly (readonly [string, string])[], granularity: PeriodUnit = 'day') {
	const read = (name: FilterName) => written.filter(([other]) => other === name).map(([, value]) => value);
	return parseFilters(read, { themes, granularity });
}

const only = (patch: Partial<Filters>): Filters => ({ ...noFilters, ...patch });
const range = <V>(from: V | null, to: V | null, unknown = false) => ({ range: { from, to }, unknown });

describe('the written form of filters', () => {
	it.each<[string, string, Partial<Filters>]>([
		['theme', '12', { themes: [12] }],
		['theme', '15, 3', { themes: [3, 15] }],
		['date', '2024', { date: range('2024-01-01', '2024-12-31') }],
		['date', '2024-02', { date: range('2024-02-01', '2024-02-29') }],
		['date', '2024-03-07', { date: range('2024-03-07', '2024-03-07') }],
		['date', '2023-06..2025', { date: range('2023-06-01', '2025-12-31') }],
		['date', '2024-03-07..', { date: range('2024-03-07', null) }],
		['date', '..2024', { date: range(null, '2024-12-31') }],
		['date', '..', { date: range<string>(null, null) }],
		['date', 'unknown', { date: { range: null, unknown: true } }],
		['date', '2024,unknown', { date: range('2024-01-01', '2024-12-31', true) }],
		['date', 'unknown,..2024', { date: range(null, '2024-12-31', true) }],
		['dated', 'year', { dated: ['year'] }],
		['dated', 'month, day,month', { dated: ['day', 'month'] }],
		['team', '5', { team: range(5, 5) }],
		['team', '2..10', { team: range(2, 10) }],
		['team', '11..', { team: range(11, null) }],
		['team', '..3,unknown', { team: range(null, 3, true) }],
		['team', '..', { team: range<number>(null, null) }],
		['q', ' chain of  thought', { query: 'chain of  thought' }],
		['organisation', 'A, B & C', { organisations: ['A, B & C'] }],
		['venue', '', { venues: [''] }],
		['author', 'unknown', { authors: ['unknown'] }],
		['keyword', 'honey, wild', { keywords: ['honey, wild'] }],
		['country', '', { countries: [''] }],
		[
			'area',
			'0.2,.3 1,0.625',
			{
				area: [
					[2000, 3000],
					[10_000, 6250]
				]
			}
		],
		[
			'area',
			' 0,0  1.0000,0 0.5,0.0001',
			{
				area: [
					[0, 0],
					[10_000, 0],
					[5000, 1]
				]
			}
		]
	])('reads %s=%s', (name, value, patch) => {
		expect(parse([[name, value]])).toEqual({ filters: only(patch), problems: [] });
	});

	it('takes repeated values together', () => {
		const { filters, problems } = parse([
			['theme', '3'],
			['theme', '12'],
			['date', '2024'],
			['date', 'unknown'],
			['author', 'B'],
			['author', 'A'],
			['author', 'B']
		]);
		expect(problems).toEqual([]);
		expect(filters).toEqual(
			only({ themes: [3, 12], date: range('2024-01-01', '2024-12-31', true), authors: ['B', 'A'] })
		);
	});

	it.each([
		['theme', '4'],
		['theme', '3,x'],
		['theme', ''],
		['date', '2024-13'],
		['date', '2023-02-29'],
		['date', '2025..2024'],
		['date', '2023,2024'],
		['date', '2024..2025..2026'],
		['date', '24'],
		['date', 'Unknown'],
		['dated', ''],
		['dated', 'week'],
		['dated', 'year,unknown'],
		['team', '0x5'],
		['team', '10..2'],
		['team', '-3'],
		['team', '2-3'],
		['team', '1e3'],
		['team', ''],
		['area', ''],
		['area', '0.1,0.2'],
		['area', '0.1,0.2 0.3'],
		['area', '0.1,0.2 0.3,0.4,0.5'],
		['area', '0.1,0.2 0.3,1.0001'],
		['area', '0.1,0.2 0.3,0.12345'],
		['area', '0.1,0.2 -0.3,0.4'],
		['area', '0.1,0.2 1e-1,0.4'],
		['area', Array.from({ length: 201 }, () => '0,0').join(' ')]
	])('names %s=%s as a problem and filters nothing', (name, value) => {
		expect(parse([[name, value]])).toEqual({ filters: noFilters, problems: [`${name}=${value}`] });
	});

	it('widens dates to the periods that the dataset counts by', () => {
		const { filters } = parse([['date', '2024-02-10..2024-05-20']], 'quarter');
		expect(filters.date).toEqual(range('2024-01-01', '2024-06-30'));
		expect(parse([['date', '..2024-02']], 'year').filters.date).toEqual(range(null, '2024-12-31'));
	});

	it('writes nothing for no filters, and names in one order', () => {
		expect(formatFilters(noFilters)).toEqual([]);
		expect(formatFilters(only({ query: '  ' }))).toEqual([]);
		const all = formatFilters({
			themes: [15, 3],
			date: range('2024-03-01', '2024-03-31', true),
			dated: ['month', 'day'],
			team: range(4, 4),
			query: 'x',
			organisations: [''],
			venues: ['V'],
			authors: ['A', 'B'],
			keywords: ['K'],
			countries: ['Chile'],
			area: [
				[0, 1],
				[2, 3]
			]
		});
		expect(all.map(([name]) => name)).toEqual(
			filterNames.flatMap((name) => (name === 'author' ? [name, name] : [name]))
		);
		expect(all.slice(0, 3)).toEqual([
			['theme', '3,15'],
			['date', '2024-03,unknown'],
			['dated', 'day,month']
		]);
	});

	it('comes back unchanged, whatever was filtered', () => {
		const random = randomSource(5);
		const pick = <V>(values: readonly V[]): V => values[Math.floor(random() * values.length)]!;
		const days = [null, '2019-01-01', '2019-12-31', '2020-02-01', '2020-02-29', '2021-07-15', '2022-12-31'];
		const counts = [null, 1, 2, 7, 40];
		const texts = [[], [''], ['A,B'], ['x=1&y=2', 'unknown', '%20 +"\''], ['🧪']];
		const ordered = <V extends string | number>(values: readonly (V | null)[]) => {
			const [a, b] = [pick(values), pick(values)];
			return a !== null && b !== null && a > b ? range(b, a, random() < 0.5) : range(a, b, random() < 0.5);
		};
		for (let round = 0; round < 500; round++) {
			const filters = only({
				themes: themes.filter(() => random() < 0.4),
				date: pick([null, { range: null, unknown: true }, ordered(days)]),
				dated: (['day', 'month', 'year'] as const).filter(() => random() < 0.3),
				team: pick([null, { range: null, unknown: true }, ordered(counts)]),
				query: pick(['', 'a b', 'x&y=1']),
				organisations: pick(texts),
				venues: pick(texts),
				authors: pick(texts),
				keywords: pick(texts),
				countries: pick(texts),
				area: Array.from({ length: pick([0, 2, 3, 9]) }, (): [number, number] => [
					Math.floor(random() * 10_001),
					Math.floor(random() * 10_001)
				])
			});
			const address = new URLSearchParams(formatFilters(filters)).toString();
			expect(parse([...new URLSearchParams(address)])).toEqual({ filters, problems: [] });
		}
	});
});
