import { periodAxis, type Span } from '../../../analysis/periods.ts';
import { besideAxis, themeSeries } from '../../../analysis/theme-series.ts';
import { trendsOf, type Trends } from '../../../analysis/trends.ts';
import type { OffAxis, PeriodMark, TrendSeries } from '../../../drawing/model.ts';
import type { Overview, ThemePeriodCount } from '../../../dataset/overview.ts';
import type { TrendRows } from '../../../queries/cells/trend-rows.ts';
import type { TermTrends } from './term-trends.svelte.ts';

/** What the page of words shows. Series and findings are numbered by the places of the terms. */
export interface TermModel {
	periods: PeriodMark[];
	series: TrendSeries[];
	offAxis: OffAxis;
	trends: Trends;
	/** Terms that cannot be searched for. */
	stopWords: string[];
	/** All papers, and those that hold each term, dated or not. */
	all: number;
	papers: number[];
}

interface Shown {
	unit: Overview['unit'];
	span: Span;
	/** Themes that papers must belong to; empty means any. */
	themes: readonly number[];
}

const sum = (rows: readonly { papers: number }[]) => rows.reduce((all, { papers }) => all + papers, 0);

/** Shares of papers that hold each term, by period and for the tests. */
export function termModel({ all, terms }: TermTrends, { unit, span, themes }: Shown): TermModel {
	const inThemes = (rows: readonly ThemePeriodCount[] = []) =>
		rows.filter(({ themeId }) => themes.length === 0 || themes.includes(themeId));
	const whole = Object.fromEntries(
		Object.entries(all).map(([name, rows]) => [name, inThemes(rows)])
	) as TrendRows;
	const own = whole[unit] ?? [];
	const periods = periodAxis(own, unit, span);
	const known = terms.flatMap(({ term, rows }, slot) => (rows ? [{ term, rows, slot }] : []));
	const countsOn = (rows: readonly ThemePeriodCount[], axis: readonly PeriodMark[]) => {
		const merged = inThemes(rows).map((row) => ({ ...row, themeId: 0 }));
		return themeSeries(merged, axis).get(0)?.counts ?? axis.map(() => 0);
	};
	return {
		periods,
		series: known.map(({ term, rows, slot }, id) => ({
			id,
			label: term,
			slot,
			selected: false,
			counts: countsOn(rows[unit] ?? [], periods),
			...besideAxis(inThemes(rows[unit]))
		})),
		offAxis: besideAxis(own),
		trends: trendsOf(
			whole,
			span,
			(tested) => new Map(known.map(({ rows }, id) => [id, countsOn(rows[tested.unit] ?? [], tested.axis)]))
		),
		stopWords: terms.flatMap(({ term, rows }) => (rows ? [] : [term])),
		all: sum(own),
		papers: known.map(({ rows }) => sum(inThemes(rows[unit])))
	};
}
