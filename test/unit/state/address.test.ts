import { describe, expect, it } from 'vitest';

import { arrangeThemes } from '../../../src/lib/themes/arrange.ts';
import { publishedArrangement, type ThemeArrangement } from '../../../src/lib/themes/arrangement.ts';
import {
	noFilters,
	type Filters,
	type Range,
	type RangeFilter
} from '../../../src/lib/queries/filters/filters.ts';
import { paperColumns } from '../../../src/lib/queries/papers/paper-order.ts';
import { formatAddress, nothingAsked, parseAddress, type Asked } from '../../../src/lib/state/address.ts';
import {
	defaultSettings,
	mapColours,
	mapSizes,
	rankings,
	type Settings
} from '../../../src/lib/state/settings.ts';
import { generator } from '../../support/gallery/samples.ts';
import { sampleSite } from '../../support/site.ts';

const site = sampleSite();
const read = (search: string) => parseAddress(search, site);
const random = generator(20261124);
const below = (count: number) => Math.floor(random() * count);
const pick = <V>(values: readonly V[]): V => values[below(values.length)]!;
const some = <V>(values: readonly V[]): V[] => values.filter(() => random() < 0.3);

const days = [
	'2023-01-01',
	'2023-02-28',
	'2023-06-30',
	'2023-12-31',
	'2024-02-29',
	'2024-03-01',
	'2024-12-31'
];
const names = [
	'',
	'WueNLP',
	'A & B = C',
	'd=x&d=y',
	'São Paulo, Universität',
	'100 %',
	'+1',
	'论文',
	'a#b?c;d'
];

const arrangements: readonly ThemeArrangement[] = [
	publishedArrangement,
	{ cut: 5, merges: [], names: new Map([[17, 'a & b: 50 %, "+1"']]) },
	{ cut: null, merges: [[0, 7], [2, 3, 11]], names: new Map([[2, '论文']]) } // prettier-ignore
];

function randomRange<V>(values: readonly V[]): RangeFilter<V> | null {
	const [a, b] = [below(values.length), below(values.length)].sort((x, y) => x - y) as [number, number];
	const [from, to] = [pick([values[a]!, null]), pick([values[b]!, null])];
	const range: Range<V> | null = pick([{ from, to }, null]);
	return pick([null, { range, unknown: range === null || random() < 0.5 }]);
}

function randomAsked(): Asked {
	const arrangement = pick(arrangements);
	const { themes } = arrangeThemes(site, arrangement);
	const filters: Filters = {
		...noFilters,
		themes: some(themes.map(({ themeId }) => themeId)).sort((a, b) => a - b),
		date: randomRange(days),
		team: randomRange([1, 2, 3, 10, 50]),
		query: pick(['', 'chain of thought', 'a&b=c', 'naïve "quotes" + plus', '50 % #1']),
		organisations: some(names),
		venues: some(names),
		authors: some(names),
		keywords: some(names),
		countries: some(names)
	};
	const settings: Settings = {
		unit: pick([null, 'month', 'quarter', 'year']),
		measure: pick(['share', 'count']),
		form: pick(['lines', 'smooth', 'stacked', null]),
		periods: pick(['window', 'all']),
		fitted: pick([true, false]),
		ranking: pick(rankings),
		together: pick([true, false]),
		order: pick([null, { column: pick(paperColumns), descending: pick([true, false]) }]),
		columns: pick([null, ['title'], ['title', 'keywords', 'countries', 'citations']]),
		list: pick([null, 'start', 'outliers']),
		paper: pick([null, 0, 173]),
		terms: pick([[], ['reward'], ['chain of thought', '"language model" & co']]),
		colour: pick(mapColours),
		size: pick([null, ...mapSizes]),
		time: pick([null, { until: '2024-03-31', periods: 12 }, { until: '2024-02-29', periods: 'all' }]),
		embed: pick([null, 'trend', 'matrix']),
		joined: pick([
			[],
			[
				{ dimension: 'venue', names: ['A & B; C', 'a=b'] },
				{ dimension: 'author', names: names.filter(Boolean) }
			]
		]),
		sides: {
			a: { ...noFilters, ...pick([{}, { query: 'a=b&c' }, { team: randomRange([1, 2, 3]) }]) },
			b: filters
		}
	};
	return { arrangement, filters, settings };
}

describe('the address', () => {
	it('gives back any state that was written into it', () => {
		for (let round = 0; round < 500; round++) {
			const asked = randomAsked();
			const search = formatAddress(asked, site);
			if (search === '') continue;
			const asForms = new URLSearchParams(search).toString();
			expect(search).toBe(`?${asForms.replaceAll('%2C', ',').replaceAll('%3A', ':')}`);
			expect(read(search), search).toEqual({ kind: 'own', asked, problems: [] });
		}
	});

	it('is empty while nothing is asked, and is plain to read', () => {
		expect(formatAddress(nothingAsked, site)).toBe('');
		const filters: Filters = {
			...noFilters,
			themes: [2, 9],
			date: { range: { from: '2023-01-01', to: '2024-03-31' }, unknown: true },
			query: 'chain of thought'
		};
		const settings: Settings = { ...defaultSettings, order: { column: 'similarity', descending: true } };
		expect(formatAddress({ ...nothingAsked, filters, settings }, site)).toBe(
			'?theme=2,9&date=2023-01..2024-03,unknown&q=chain+of+thought&sort=-similarity' +
				'&d=0123456789abcdef&file=invented.jsonl'
		);
	});

	it('names the dataset that a link was made for instead of applying it to another', () => {
		const link = formatAddress({ ...nothingAsked, filters: { ...noFilters, themes: [1] } }, site);
		const other = sampleSite({ fingerprint: 'fedcba9876543210', files: ['other.csv'] });
		expect(parseAddress(link, other)).toEqual({
			kind: 'foreign',
			dataset: { fingerprint: '0123456789abcdef', file: 'invented.jsonl' }
		});
		expect(parseAddress('?theme=1&d=99', site)).toEqual({
			kind: 'foreign',
			dataset: { fingerprint: '99', file: null }
		});
	});

	it('has the columns of the list in their own order, always with the title, and none that are unknown', () => {
		expect(read('?columns=citations,keywords')).toMatchObject({
			asked: { settings: { columns: ['title', 'keywords', 'citations'] } },
			problems: []
		});
		expect(read('?columns=title,smell')).toMatchObject({
			asked: { settings: { columns: null } },
			problems: ['columns=title,smell']
		});
		expect(read('?columns=')).toMatchObject({ problems: ['columns='] });
	});

	it('holds the time that the map shows, and refuses days that do not exist', () => {
		expect(read('?time=2024-02-29,3')).toMatchObject({
			asked: { settings: { time: { until: '2024-02-29', periods: 3 } } },
			problems: []
		});
		for (const wrong of ['2023-02-29,3', '2024-02-29', '2024-02-29,0', '2024-02,all', '2024-02-29,some']) {
			expect(read(`?time=${wrong}`)).toMatchObject({
				asked: { settings: { time: null } },
				problems: [`time=${wrong}`]
			});
		}
	});

	it('takes defaults for what it does not understand, and says so', () => {
		const address = read('?theme=99&unit=day&measure=median&sort=size&paper=174&q=x');
		expect(address).toMatchObject({
			kind: 'own',
			asked: { filters: { ...noFilters, query: 'x' }, settings: defaultSettings },
			problems: ['theme=99', 'unit=day', 'measure=median', 'sort=size', 'paper=174']
		});
	});

	it('offers no period finer than the dataset’s dates', () => {
		const yearly = sampleSite({ granularity: 'year' });
		expect(parseAddress('?unit=month', yearly)).toMatchObject({ problems: ['unit=month'] });
		expect(parseAddress('?unit=year', yearly)).toMatchObject({ problems: [] });
	});
});
