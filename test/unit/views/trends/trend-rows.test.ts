import { describe, expect, it } from 'vitest';

import { themeTrends, type TrendFinding } from '../../../../src/lib/analysis/trends.ts';
import { burstMarks, notedThemes } from '../../../../src/lib/views/parts/findings/trend-marks.ts';
import {
	burstRows,
	rankedTrends,
	rankingHeadline
} from '../../../../src/lib/views/pages/trends/trend-rows.ts';
import { periodAxis } from '../../../../src/lib/analysis/periods.ts';

/** Ten quarters of 100 papers: theme 1 rises, theme 2 bursts in the fifth and sixth, theme 3 has the rest. */
const rising = [4, 6, 7, 9, 11, 12, 15, 16, 18, 20];
const bursting = [5, 4, 5, 5, 30, 28, 4, 5, 5, 4];
const quarters = rising.map(
	(_, place) => `${2021 + Math.floor(place / 4)}-${['01', '04', '07', '10'][place % 4]}-01`
);
const rows = quarters.flatMap((period, place) =>
	[rising[place]!, bursting[place]!, 100 - rising[place]! - bursting[place]!].map((papers, theme) => ({
		themeId: theme + 1,
		period,
		placement: 'dated' as const,
		papers
	}))
);
const trends = themeTrends({ quarter: rows }, null);
if (trends.kind !== 'tested') throw new Error(trends.kind);

describe('the ranking of trends', () => {
	it('goes from the steepest rise to the steepest fall, with shares and papers', () => {
		const ranked = rankedTrends(trends);
		expect(ranked.map(({ finding }) => finding.id)).toEqual([1, 2, 3]);
		expect(ranked[0]).toMatchObject({ papers: 118, shares: rising.map((papers) => papers / 100) });
		expect(ranked[0]!.finding).toMatchObject({ direction: 'rising', certainty: 'very sure' });
		const slopes = ranked.map(({ finding }) => finding.sen.slope);
		expect(slopes).toEqual([...slopes].sort((a, b) => b - a));
	});

	it('knows the days of the papers it counts, which parts of periods are no part of', () => {
		const partly = themeTrends({ quarter: rows }, { first: '2021-02-10', last: '2023-05-20' });
		if (partly.kind !== 'tested') throw new Error(partly.kind);
		const [first] = rankedTrends(partly);
		expect(first).toMatchObject({ papers: 118 - 4 - 20, days: { from: '2021-04-01', to: '2023-03-31' } });
	});

	it('says how many themes clearly rise and fall, and which of them charts label', () => {
		const { findings } = trends;
		const verdict = ({ direction, certainty }: (typeof findings)[number]) => `${direction}, ${certainty}`;
		expect(findings.map(verdict)).toEqual(['rising, very sure', 'none, no sign', 'falling, fairly sure']);
		expect(rankingHeadline(trends)).toBe('1 of 3 themes clearly rises, 1 falls');
		expect(notedThemes(trends)).toEqual(new Set([1, 3]));
		const [rise, flat, fall] = findings as [TrendFinding, TrendFinding, TrendFinding];
		expect(rankingHeadline({ findings: [rise, rise, flat] })).toBe('2 of 3 themes clearly rise');
		expect(rankingHeadline({ findings: [flat, fall] })).toBe('1 of 2 themes clearly falls');
		expect(rankingHeadline({ findings: [flat, { ...rise, certainty: 'not sure' }] })).toBe(
			'No theme clearly rises or falls'
		);
		expect(notedThemes({ kind: 'too few papers' })).toEqual(new Set());
	});

	it('lists bursts with their papers, dates and usual share', () => {
		const found = burstRows(trends).find(({ themeId }) => themeId === 2);
		expect(found).toMatchObject({
			words: 'Q1 2022–Q2 2022',
			from: '2022-01-01',
			to: '2022-06-30',
			papers: 58,
			all: 200,
			usualPapers: 95,
			usualAll: 1000
		});
		const weights = burstRows(trends).map(({ weight }) => weight);
		expect(weights).toEqual([...weights].sort((a, b) => b - a));
	});

	it('marks bursts on whatever periods the page shows', () => {
		expect(burstMarks(trends, trends.axis).get(2)).toEqual([{ from: 4, to: 5 }]);
		const years = periodAxis(
			[2021, 2022, 2023].map((year) => ({ period: `${year}-01-01`, placement: 'dated' as const, papers: 1 })),
			'year',
			null
		);
		expect(burstMarks(trends, years).get(2)).toEqual([{ from: 1, to: 1 }]);
		expect(burstMarks({ kind: 'too few papers' }, years)).toEqual(new Map());
	});
});
