import { describe, expect, it } from 'vitest';

import {
	themeTrends,
	type TestedTrends,
	type TrendFinding
} from '../../../../src/lib/analysis/trends/findings.ts';
import { burstMarks, shownDays, windowSteps } from '../../../../src/lib/views/parts/findings/trend-marks.ts';
import { saidColumns } from '../../../../src/lib/analysis/trends/finding-cells.ts';
import { burstRows, chanceWords, rankedTrends } from '../../../../src/lib/views/pages/trends/trend-rows.ts';
import { fastestMoves, movingTo, rankingHeadline } from '../../../../src/lib/analysis/trends/ranking.ts';
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
function tested(...input: Parameters<typeof themeTrends>): TestedTrends {
	const found = themeTrends(...input);
	if (found.kind !== 'tested') throw new Error(found.kind);
	return found;
}
const trends = tested({ quarter: rows }, null);

it('columns that say something in no row are left out', () => {
	const [first] = trends.findings;
	const keys = ['words', 'sure', 'since'] as const;
	const of = (finding: TrendFinding) => saidColumns(keys, { ...trends, findings: [finding] });
	expect(of({ ...first!, certainty: null, direction: 'unclear' })).toEqual(['words']);
	expect(of({ ...first!, certainty: 'very sure', since: { place: 4, low: 3, high: 5 } })).toEqual(keys);
});

describe('an interval that leaves out 0 beside “no clear change”', () => {
	const base = trends.findings[0]!;
	const finding = (certainty: TrendFinding['certainty'], low: number, high: number): TrendFinding => ({
		...base,
		certainty,
		segments: [{ ...base.segments[0]!, low, high }]
	});

	it('is explained where there is one, and only there', () => {
		const clear = [
			finding('very sure', 1, 2),
			finding(null, -1, 2),
			{ ...base, certainty: null, segments: [] }
		];
		expect(chanceWords(clear, 'themes')).toBeNull();
		expect(chanceWords([...clear, finding(null, -0.15, -0.03)], 'themes')).toMatch(
			/leaves out 0 .* 1 in 20 does, and here stand 3 themes\.$/
		);
		expect(chanceWords([finding(null, 0.1, 0.2)], 'themes')).not.toBeNull();
	});
});

describe('the ranking of trends', () => {
	it('goes from the steepest rise over what is not sure to the steepest fall', () => {
		const base = trends.findings[0]!;
		const finding = (id: number, direction: TrendFinding['direction'], slope: number): TrendFinding => ({
			...base,
			id,
			direction,
			segments: direction === 'too few' ? [] : [{ ...base.segments[0]!, slope }]
		});
		const findings = [
			finding(0, 'falling', -2),
			finding(1, 'unclear', 5),
			finding(2, 'too few', 0),
			finding(3, 'rising', 1),
			finding(4, 'steady', 0.1),
			finding(5, 'rising', 3),
			finding(6, 'falling', -1)
		];
		const ranked = rankedTrends({ ...trends, findings });
		expect(ranked.map(({ finding: { id } }) => id)).toEqual([5, 3, 1, 4, 2, 6, 0]);
	});

	it('knows shares, papers and days that it counts, which parts of periods are no part of', () => {
		const one = ({ finding }: { finding: TrendFinding }) => finding.id === 1;
		const whole = rankedTrends(trends).find(one)!;
		expect(whole.shares).toEqual(rising.map((papers) => papers / 100));
		expect(whole.finding.papers).toBe(118);
		const partly = tested({ quarter: rows }, { first: '2021-02-10', last: '2023-05-20' });
		const first = rankedTrends(partly).find(one)!;
		expect(first.finding.papers).toBe(118 - 4 - 20);
		expect(first.days).toEqual({ from: '2021-04-01', to: '2023-03-31' });
	});

	it('says how many themes surely rise and fall, over which window, and which of them charts label', () => {
		const said = (...directions: TrendFinding['direction'][]) => {
			const findings = directions.map((direction, id) => ({ ...trends.findings[0]!, id, direction }));
			return {
				headline: rankingHeadline({ ...trends, findings })
			};
		};
		expect(said('rising', 'unclear', 'falling')).toEqual({
			headline: '1 of 3 themes rises, 1 falls (Q1 2021–Q2 2023)'
		});
		expect(said('rising', 'rising', 'steady').headline).toBe(
			'2 of 3 themes rise, none falls (Q1 2021–Q2 2023)'
		);
		expect(said('too few', 'falling').headline).toBe('1 of 2 themes falls, none rises (Q1 2021–Q2 2023)');
		expect(said('steady', 'unclear').headline).toBe('No theme clearly rises or falls (Q1 2021–Q2 2023)');
		const gone = { kind: 'came and went', peak: 2 } as const;
		const [one, other] = [trends.findings[0]!, { ...trends.findings[0]!, direction: 'falling' as const }];
		const counted = (...findings: TrendFinding[]) => rankingHeadline({ ...trends, findings });
		expect(counted({ ...one, direction: 'rising' }, other, { ...other, shape: gone })).toBe(
			'1 of 3 themes rises, 1 falls, 1 came and went (Q1 2021–Q2 2023)'
		);
		expect(counted({ ...other, shape: gone }, { ...one, direction: 'steady', shape: gone })).toBe(
			'No theme clearly rises or falls, 2 came and went (Q1 2021–Q2 2023)'
		);
	});

	it('picks for one frame what moves fastest either way, five at most', () => {
		const three = trends.findings.map((finding, place): TrendFinding => {
			const segments = finding.segments.map((segment) => ({ ...segment, slope: [-1, -3, -2][place]! }));
			return { ...finding, direction: 'falling', segments };
		});
		expect(movingTo(three, 'falling').map(({ id }) => id)).toEqual([2, 3, 1]);
		expect(movingTo(three, 'rising')).toEqual([]);
		const [up, down] = [
			[1, 2, 3, 4, 5, 6],
			[11, 12, 13, 14]
		];
		expect(fastestMoves(up, down)).toEqual([1, 2, 3, 11, 12]);
		expect(fastestMoves(up, [11])).toEqual([1, 2, 3, 4, 11]);
		expect(fastestMoves(up, [])).toEqual([1, 2, 3, 4, 5]);
		expect(fastestMoves([1], down)).toEqual([1, 11, 12, 13, 14]);
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
		expect(burstMarks(trends, trends.window.axis).get(2)).toEqual([{ from: 4, to: 5 }]);
		const years = periodAxis(
			[2021, 2022, 2023].map((year) => ({ period: `${year}-01-01`, placement: 'dated' as const, papers: 1 })),
			'year',
			null
		);
		expect(burstMarks(trends, years).get(2)).toEqual([{ from: 1, to: 1 }]);
		expect(burstMarks({ kind: 'too few papers', units: ['year'] }, years)).toEqual(new Map());
	});

	it('knows where an axis begins, and keeps what surrounds a filter of dates on it', () => {
		const date = { from: '2021-04-01', to: '2022-12-31' };
		const filtered = tested({ quarter: rows }, null, { date });
		expect(shownDays(filtered, trends.window)).toEqual({ from: '2021-01-01', to: '2023-06-30' });
		expect(shownDays(filtered, { ...trends.window, unit: 'year' })).toEqual(date);
		expect(shownDays({ kind: 'none dated' }, null)).toBeNull();
		expect(windowSteps(filtered, trends.window.axis)).toEqual({ from: 1, to: 7 });
		expect(windowSteps({ kind: 'none dated' }, trends.window.axis)).toBeNull();
	});
});
