import { bursts, type Burst } from './burst.ts';
import { certaintyOf, type Certainty, benjaminiHochberg, benjaminiYekutieli } from './certainty.ts';
import { cochranArmitage, type CochranArmitage } from './cochran-armitage.ts';
import { mannKendall, type MannKendall } from './mann-kendall.ts';
import type { Period, Span, TrendUnit } from './periods.ts';
import { senSlope, type SenSlope } from './sen-slope.ts';
import { testedPeriods, type RowsByUnit, type TestedPeriods } from './trend-periods.ts';
import { allUndated, themeSeries } from './theme-series.ts';

export type Direction = 'rising' | 'falling' | 'none';

/** What can be said about the share of one kind of papers, a theme's or those with a word, over time. */
export interface TrendFinding {
	/** The theme, or whatever else the kind is numbered by. */
	id: number;
	direction: Direction;
	/** By the p-value adjusted for the number of kinds. */
	certainty: Certainty;
	mannKendall: MannKendall;
	/** Change of the share (0 to 1) from one period to the next. */
	sen: SenSlope;
	/** p of the Mann-Kendall test, adjusted over all kinds that are looked at together. */
	adjusted: { benjaminiHochberg: number; benjaminiYekutieli: number };
	/** The test that weighs each period by its papers; `null` when shares cannot differ. */
	cochranArmitage: CochranArmitage | null;
	/** Places on the axis of `Trends`. */
	bursts: Burst[];
}

/** Findings over periods that were found fit to be tested. */
export interface TestedTrends extends TestedPeriods {
	kind: 'tested';
	/** In the order of ids. */
	findings: TrendFinding[];
}

export type Untested =
	/** No paper states a date. */
	| { kind: 'none dated' }
	/** No unit's median period has 20 papers. */
	| { kind: 'too few papers' }
	/** Fewer than five whole periods, of which no order is rarer than 1 in 12. */
	| { kind: 'too few periods'; unit: TrendUnit; periods: number };

export type Trends = TestedTrends | Untested;

const enoughPeriods = 5;

/** Whether and how surely the share of each theme rises or falls. Themes without rows have no finding. */
export function themeTrends(rowsByUnit: RowsByUnit, span: Span): Trends {
	return trendsOf(rowsByUnit, span, ({ rows, axis }) => {
		const counts = [...themeSeries(rows, axis)].map(([id, series]) => [id, series.counts] as const);
		return new Map(counts.sort(([a], [b]) => a - b));
	});
}

/**
 * Whether and how surely the share of each of several kinds of papers rises or falls.
 *
 * @param rowsByUnit all papers, from which the periods are chosen
 * @param countsOf papers of each kind along the axis of the chosen periods, by id
 */
export function trendsOf(
	rowsByUnit: RowsByUnit,
	span: Span,
	countsOf: (tested: TestedPeriods) => ReadonlyMap<number, readonly number[]>
): Trends {
	const tested = testedPeriods(rowsByUnit, span);
	if (!tested)
		return { kind: allUndated(Object.values(rowsByUnit).flat()) ? 'none dated' : 'too few papers' };
	const { unit, axis, places } = tested;
	if (places.length < enoughPeriods) return { kind: 'too few periods', unit, periods: places.length };
	const kinds = [...countsOf(tested)];
	const tests = kinds.map(([, counts]) => testShares(counts, axis, places));
	const pValues = tests.map((test) => test.mannKendall.p);
	const [hochberg, yekutieli] = [benjaminiHochberg(pValues), benjaminiYekutieli(pValues)];
	const findings = kinds.map(([id], order) => {
		const test = tests[order]!;
		const adjusted = { benjaminiHochberg: hochberg[order]!, benjaminiYekutieli: yekutieli[order]! };
		return { id, ...verdict(test.mannKendall.s, adjusted.benjaminiHochberg), adjusted, ...test };
	});
	return { kind: 'tested', ...tested, findings };
}

function testShares(
	counts: readonly number[],
	axis: readonly Period[],
	places: readonly number[]
): Pick<TrendFinding, 'mannKendall' | 'sen' | 'cochranArmitage' | 'bursts'> {
	const parts = places.map((place) => counts[place]!);
	const wholes = places.map((place) => axis[place]!.papers);
	const series = { times: places, values: parts.map((part, order) => part / wholes[order]!) };
	const test = mannKendall(series);
	return {
		mannKendall: test,
		sen: senSlope(series, test.critical),
		cochranArmitage: cochranArmitage(parts, wholes, places),
		bursts: bursts(parts, wholes).map(({ from, to, weight }) => ({
			from: places[from]!,
			to: places[to]!,
			weight
		}))
	};
}

function verdict(s: number, p: number): { direction: Direction; certainty: Certainty } {
	const certainty = certaintyOf(p);
	if (certainty === 'no sign' || s === 0) return { direction: 'none', certainty: 'no sign' };
	return { direction: s > 0 ? 'rising' : 'falling', certainty };
}

/** Whether a finding is more than a hint. */
export function isSure({ certainty }: TrendFinding): boolean {
	return certainty === 'very sure' || certainty === 'fairly sure';
}
