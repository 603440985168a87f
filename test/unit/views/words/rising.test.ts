import { describe, expect, it } from 'vitest';

import type { TestedTrends } from '../../../../src/lib/analysis/trends/findings.ts';
import { wordTrends } from '../../../../src/lib/analysis/trends/word-trends.ts';
import { noFilters } from '../../../../src/lib/queries/filters/filters.ts';
import { halvesOf, likelyTerms, risingOf, themeTerms } from '../../../../src/lib/views/pages/words/rising.ts';

const years = Array.from({ length: 12 }, (_, at) => 2012 + at);
const span = { first: '2012-01-01', last: '2023-12-31' };
/** Ever more papers a year, so that half of them is not half of the years. */
const papersOf = (year: number) => 200 + 60 * (year - 2012);

const logit = (share: number) => Math.log(share / (1 - share));

/** Papers a year that hold a word, whose share goes from one to the other, straight in its log odds. */
function rows(first: number, last: number) {
	const shareOf = (at: number) => {
		const part = at / (years.length - 1);
		return first === last ? first : 1 / (1 + Math.exp(-(1 - part) * logit(first) - part * logit(last)));
	};
	const year = years.map((of, at) => ({
		themeId: 0,
		period: `${of}-01-01`,
		placement: 'dated' as const,
		papers: Math.round(papersOf(of) * shareOf(at))
	}));
	return { year };
}

/** Words by the shares between which each goes, in no order. */
function trendsOf(shares: Readonly<Record<string, readonly [first: number, last: number]>>) {
	const words = Object.keys(shares);
	const kinds = Object.values(shares).map(([first, last], id) => ({ id, rows: rows(first, last) }));
	const terms = words.map((search) => ({ search, stems: search.split(' ') }));
	return { words, terms, trends: wordTrends(rows(1, 1), kinds, span) as TestedTrends };
}

describe('the words that the Words page opens with', () => {
	const { words, terms, trends } = trendsOf({
		steady: [0.2, 0.2],
		slow: [0.1, 0.2],
		faint: [0.1, 0.13],
		falling: [0.5, 0.1],
		fast: [0.05, 0.5],
		middling: [0.1, 0.35]
	});

	it('are those that rise, the fastest first', () => {
		expect(trends.findings).toHaveLength(6);
		expect(risingOf(terms, trends, 6)).toEqual(['fast', 'middling', 'slow']);
	});

	it('are as sure as the number of words asks that they were picked from', () => {
		const p = new Map(trends.findings.map((one) => [words[one.id]!, one.p!]));
		expect(p.get('slow')).toBeGreaterThan(p.get('fast')!);
		const most = 0.01 / p.get('slow')!;
		expect(risingOf(terms, trends, 0.99 * most)).toContain('slow');
		expect(risingOf(terms, trends, 1.01 * most)).not.toContain('slow');
	});

	it('are at most five, and none where nothing can be tested', () => {
		const many = trendsOf(
			Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`word${at}`, [0.1, 0.3 + at / 20]]))
		);
		expect(risingOf(many.terms, many.trends, 8)).toEqual([7, 6, 5, 4, 3].map((at) => `word${at}`));
		expect(risingOf(terms, { kind: 'none dated' }, 6)).toEqual([]);
	});

	it('share no word with each other', () => {
		const shares = {
			agents: [0.1, 0.6],
			'llm agents': [0.1, 0.5],
			llm: [0.1, 0.3],
			skills: [0.1, 0.4]
		} as const;
		const alike = trendsOf(shares);
		expect(risingOf(alike.terms, alike.trends, 4)).toEqual(['agents', 'skills', 'llm']);
	});

	it('are terms of themes, several words in quotes, that the later half uses more', () => {
		const site = {
			themes: [{ themeId: 2, label: 'x', papers: 3, terms: ['skills', 'KV cache'] }],
			tree: [
				{
					themeId: 0,
					parentId: 2,
					label: 'x',
					papers: 2,
					names: [{ terms: ['Skills', 'long-horizon'], papers: 1, others: 1 }]
				},
				{
					themeId: 1,
					parentId: 2,
					label: 'x',
					papers: 1,
					names: [{ terms: ['say "so"'], papers: 1, others: 1 }]
				},
				{ themeId: 2, parentId: null, label: 'x', papers: 3 }
			]
		};
		expect(themeTerms(site)).toEqual(['skills', '"KV cache"', '"long-horizon"']);
		const use = (term: string, first: number, second: number) => ({ term, first, second });
		const terms = [
			use('skill', 20, 300),
			use('cach', 400, 100),
			use('kv', 100, 150),
			use('horizon', 10, 90),
			use('long', 300, 310),
			use('the', 5_000, 5_000)
		];
		const found = likelyTerms(
			[
				{ search: '"KV cache"', stems: ['kv', 'cach'] },
				{ search: '"long-horizon"', stems: ['long', 'horizon'] },
				{ search: 'skills', stems: ['skill'] },
				{ search: 'unheard', stems: ['unheard'] },
				{ search: 'of', stems: [] }
			],
			{ first: 6_000, second: 6_000, terms }
		);
		expect(found.map(({ search }) => search)).toEqual(['skills', '"long-horizon"']);
	});
});

describe('the halves that they are looked for in', () => {
	const { window } = trendsOf({ any: [0.1, 0.3] }).trends;
	const filters = { ...noFilters, venues: ['Nature'], dated: ['day'] as const };

	it('hold as nearly the same number of papers as whole years allow, under the same filters', () => {
		const sum = (some: readonly number[]) => some.reduce((all, year) => all + papersOf(year), 0);
		const uneven = (cut: number) => Math.abs(sum(years.slice(0, cut)) - sum(years.slice(cut)));
		const cuts = years.map((_, at) => at).slice(1);
		const cut = cuts.toSorted((a, b) => uneven(a) - uneven(b))[0]!;
		expect(cut).not.toBe(years.length / 2);
		const between = (from: number, to: number) => ({
			...filters,
			dated: [],
			date: { range: { from: `${from}-01-01`, to: `${to}-12-31` }, unknown: false }
		});
		expect(halvesOf(window, filters)).toEqual({
			early: between(2012, 2011 + cut),
			late: between(2012 + cut, 2023)
		});
	});

	it('lie inside the window', () => {
		const found = halvesOf({ ...window, from: 8, to: 9 }, noFilters)!;
		expect(found.early.date!.range).toEqual({ from: '2020-01-01', to: '2020-12-31' });
		expect(found.late.date!.range).toEqual({ from: '2021-01-01', to: '2021-12-31' });
		expect(halvesOf({ ...window, from: 8, to: 8 }, noFilters)).toBeNull();
	});
});
