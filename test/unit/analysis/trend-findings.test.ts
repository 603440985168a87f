import { describe, expect, it } from 'vitest';

import {
	findingWords,
	percentWords,
	sinceWords,
	slopeWords,
	surelyWords
} from '../../../src/lib/analysis/trends/finding-words.ts';
import { themeTrends, trendFindings } from '../../../src/lib/analysis/trends/findings.ts';
import type { Shape } from '../../../src/lib/analysis/trends/shape.ts';
import { thresholds } from '../../../src/lib/analysis/trends/thresholds.ts';
import { trendRecord } from '../../../src/lib/analysis/trends/trend-record.ts';
import { drawn, yearly } from '../../support/yearly-trends.ts';

const periods = 24;
const over = (share: (place: number) => number, length = periods) =>
	Array.from({ length }, (_, place) => share(place));
/** The finding of one kind among nine flat ones. */
function findingOf(shares: readonly number[], papers: number, seed = 1) {
	const window = yearly(shares.map(() => papers));
	const others = Array.from({ length: 9 }, (_, i) =>
		drawn(
			shares.map(() => 0.05),
			papers,
			1000 * seed + i
		)
	);
	const kinds = [drawn(shares, papers, seed), ...others].map((counts, id) => ({ id, counts }));
	const { findings } = trendFindings(window, kinds);
	return {
		window,
		finding: findings[0]!,
		others: findings.slice(1),
		words: surelyWords(findings[0]!, window)
	};
}

describe('what the share of a kind does', () => {
	it('is steady when the interval of its change is narrow', () => {
		const { finding, words } = findingOf(
			over(() => 0.1),
			5000
		);
		expect(words).toBe('steady, very sure');
		const [only] = finding.segments;
		expect(Math.abs(only!.slope * (periods - 1))).toBeLessThan(1);
		expect(finding.since).toBeNull();
	});

	it('is not said where a flat share is seen through few papers', () => {
		const { finding, words } = findingOf(
			over(() => 0.1),
			25
		);
		expect(words).toBe('no clear change');
		expect(finding).toMatchObject({ direction: 'unclear', certainty: null });
	});

	it('rises', () => {
		const { finding, words } = findingOf(
			over((at) => 0.05 + 0.005 * at),
			500
		);
		expect(words).toBe('rising, very sure');
		const [only] = finding.segments;
		expect(only!.low).toBeLessThan(0.5);
		expect(only!.high).toBeGreaterThan(0.5);
		expect(only!.start).toBeCloseTo(0.05, 1);
	});

	it('rises late, and before it nothing is clear or all was steady', () => {
		const { finding, window, words } = findingOf(
			over((at) => (at < 16 ? 0.1 : 0.1 + (0.1 * (at - 15)) / 8)),
			300
		);
		expect(words).toBe('rising since 2013, very sure');
		expect(finding.since!.low).toBeLessThanOrEqual(finding.since!.place);
		expect(sinceWords(finding, window)).toMatch(/^201\d \(20\d\d to 20\d\d\)$/);
	});

	it('rose and falls', () => {
		const hump = over((at) => (at < 14 ? 0.02 + 0.01 * at : 0.15 - 0.007 * (at - 13)));
		const { finding, words } = findingOf(hump, 1000);
		expect(words).toBe('rose to 2010, falling since 2016, very sure');
		expect(finding.since!.place).toBeGreaterThanOrEqual(12);
		expect(finding.since!.place).toBeLessThanOrEqual(17);
		expect(finding.segments[0]!.slope).toBeGreaterThan(0);
	});

	it('came and went', () => {
		const hump = over((at) => 0.01 + 0.14 * Math.max(0, 1 - Math.abs(at - 11) / 9));
		expect(findingOf(hump, 1000).words).toBe('came and went, highest in 2011, very sure');
	});

	it('rises faster than before', () => {
		const bent = over((at) => 0.02 + 0.002 * at + 0.02 * Math.max(0, at - 15));
		expect(findingOf(bent, 2000).words).toBe('rising since 2013, faster than before, very sure');
	});

	it('is a rise out of nothing', () => {
		const { finding, words } = findingOf(
			over((at) => (at < 18 ? 0 : 0.04 * (at - 17))),
			800
		);
		expect(words).toBe('rising since 2019, faster than before, very sure');
		for (const { slope, low, high, percentAYear } of finding.segments) {
			for (const value of [slope, low, high, percentAYear.value]) expect(Number.isFinite(value)).toBe(true);
		}
	});

	it('is nothing where there are too few papers, or all papers are of the kind', () => {
		const window = yearly(over(() => 100, 8));
		const counts = [[1, 1, 0, 2, 1, 0, 1, 1], over(() => 100, 8), over(() => 0, 8)];
		const { findings } = trendFindings(
			window,
			counts.map((own, id) => ({ id, counts: own }))
		);
		for (const finding of findings) {
			expect(finding).toMatchObject({
				direction: 'too few',
				certainty: null,
				segments: [],
				p: null,
				q: null
			});
			expect(findingWords(finding, window)).toBe('too few papers');
		}
		expect(findings.map(({ papers }) => papers)).toEqual([7, 800, 0]);
	});

	it('is said by thresholds that can be given', () => {
		const shares = over((at) => 0.05 + 0.0012 * at);
		const window = yearly(shares.map(() => 300));
		const kinds = [{ id: 4, counts: drawn(shares, 300, 3) }];
		const said = (verySure: number, fairlySure: number) =>
			trendFindings(window, kinds, {
				thresholds: { ...thresholds, certainty: { verySure, fairlySure } }
			}).findings[0]!.certainty;
		const { p } = trendFindings(window, kinds).findings[0]!;
		expect(p).toBeGreaterThan(0);
		expect(said(p! * 1.01, 1)).toBe('very sure');
		expect(said(p! * 0.99, p! * 1.01)).toBe('fairly sure');
		expect(said(0, p! * 0.99)).not.toBe('fairly sure');
	});

	it('is rarely said of flat shares', () => {
		const finds = Array.from({ length: 12 }, (_, seed) =>
			findingOf(
				over(() => 0.05),
				300,
				seed + 50
			)
		);
		const said = finds.flatMap(({ finding, others }) => [finding, ...others]);
		const moving = said.filter(({ direction }) => direction === 'rising' || direction === 'falling');
		expect(said).toHaveLength(120);
		expect(moving.length).toBeLessThanOrEqual(3);
	});

	it('has q of Benjamini and Hochberg over the last segments', () => {
		const { finding, others } = findingOf(
			over((at) => 0.05 + 0.001 * at),
			200
		);
		const ordered = [finding, ...others].map(({ p }) => p!).sort((a, b) => a - b);
		const rank = ordered.indexOf(finding.p!);
		const q = Math.min(...ordered.slice(rank).map((p, later) => (p * ordered.length) / (rank + later + 1)));
		expect(finding.q).toBeCloseTo(Math.min(1, q), 12);
	});
});

describe('words and records of findings', () => {
	it('name what was before, and from when to when', () => {
		const { finding, window } = findingOf(
			over(() => 0.1),
			200
		);
		const said = (direction: 'rising' | 'falling' | 'steady' | 'unclear', shape: Shape) =>
			findingWords({ ...finding, direction, shape }, window);
		const turned = (before: 'rose' | 'fell' | 'steady', until: number, at: number) =>
			({ kind: 'turned', before, until, at }) as const;
		expect(said('falling', turned('rose', 7, 7))).toBe('rose to 2007, falling since');
		expect(said('falling', turned('rose', 7, 9))).toBe('rose to 2007, falling since 2009');
		expect(said('unclear', turned('fell', 7, 7))).toBe('fell to 2007, no clear change since');
		expect(said('falling', turned('fell', 7, 9))).toBe('falling since 2009, also before 2007');
		expect(said('steady', turned('rose', 7, 7))).toBe('rose to 2007, steady since');
		expect(said('rising', { kind: 'began', at: 5 })).toBe('rising since 2005');
		expect(said('unclear', { kind: 'began', at: 5 })).toBe('no clear change');
		expect(said('rising', { kind: 'went on', pace: null, at: 5 })).toBe('rising, also before 2005');
		expect(said('rising', { kind: 'went on', pace: 'slower', at: 5 })).toBe(
			'rising since 2005, slower than before'
		);
	});

	it('give slope, interval and per cent a year', () => {
		const segment = {
			slope: 2.13,
			low: 0.84,
			high: 3.31,
			percentAYear: { value: -17.2, low: -23, high: -10 }
		};
		const whole = {
			...findingOf(
				over(() => 0.1),
				200
			).finding.segments[0]!,
			...segment
		};
		expect(slopeWords(whole, 'quarter')).toBe('+2.1 points a quarter (0.8 to 3.3)');
		expect(percentWords(whole)).toBe('−17 % a year (−23 to −10)');
		const steep = { ...whole, percentAYear: { value: 12_000, low: 4_817, high: 40_000 } };
		expect(percentWords(steep)).toBe('over 9,999 % a year (4,817 to over 9,999)');
	});

	it('hold shares of every tested period and points of the segments', () => {
		const { finding, window } = findingOf(
			over((at) => 0.05 + 0.005 * at, 9),
			500
		);
		const record = trendRecord(finding, window);
		expect(record.window).toEqual({ unit: 'year', from: '2000-01-01', to: '2008-01-01' });
		expect(record.shares).toHaveLength(9);
		expect(record.shares[0]).toEqual(['2000-01-01', finding.shares[0]![1], 500]);
		const [segment] = record.segments;
		expect(segment!.slope).toBeCloseTo(
			(finding.segments[0]!.end - finding.segments[0]!.start) * (100 / 8),
			10
		);
	});
});

describe('themeTrends', () => {
	it('finds the themes of rows, or says why it does not', () => {
		const rows = over((at) => at, 8).flatMap((at) =>
			[30 + 20 * at, 200 - 10 * at].map((papers, themeId) => ({
				themeId: 1 - themeId,
				period: `${2010 + at}-01-01`,
				placement: 'dated' as const,
				papers
			}))
		);
		const trends = themeTrends({ year: rows }, null);
		if (trends.kind !== 'tested') throw new Error(trends.kind);
		expect(trends.findings.map(({ id, direction }) => [id, direction])).toEqual([
			[0, 'falling'],
			[1, 'rising']
		]);
		// Two themes that share all papers move alike.
		const [falling, rising] = trends.findings;
		expect(falling!.segments[0]!.slope).toBeCloseTo(-rising!.segments[0]!.slope, 6);
		expect(themeTrends({ year: rows.slice(0, 6) }, null)).toEqual({
			kind: 'too few periods',
			unit: 'year',
			periods: ['2010', '2011', '2012']
		});
	});
});
