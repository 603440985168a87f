import { periodAxis, type Span } from '../../../analysis/periods.ts';
import { besideAxis, countsTogether } from '../../../analysis/theme-series.ts';
import type { TestedTrends, Trends } from '../../../analysis/trends/findings.ts';
import type { WindowOptions } from '../../../analysis/trends/window.ts';
import { inThemes, wordTrends } from '../../../analysis/trends/word-trends.ts';
import { lineSlots } from '../../../drawing/colour.ts';
import type { OffAxis, PeriodMark, TrendSeries } from '../../../drawing/model.ts';
import type { Overview } from '../../../dataset/overview.ts';
import type { ShownDays } from '../../parts/findings/trend-marks.ts';
import { cropped, type Beyond } from '../../charts/trend/trend-model.ts';
import type { TrendRows } from '../../../queries/cells/trend-rows.ts';
import type { TermTrends } from './term-trends.svelte.ts';

/** What the page of words shows. Series and findings are numbered by the places of the terms. */
export interface TermModel {
	periods: PeriodMark[];
	/** Called as people write what is searched for. */
	series: TrendSeries[];
	offAxis: OffAxis;
	/** Periods beside those of the axis. */
	beyond: Beyond;
	trends: Trends;
	/** Terms that cannot be searched for. */
	stopWords: string[];
	/** What is searched for, by series. */
	searches: string[];
	/** Papers that are counted, and those of them that hold each term: of the tested periods, else dated or not. */
	all: number;
	papers: number[];
}

interface Shown extends WindowOptions {
	/** Of the periods on screen. */
	shownUnit: Overview['unit'];
	span: Span;
	/** Themes that papers must belong to; empty means any. */
	themes: readonly number[];
	/** What the axis shows by what is said; `null` for all of it. */
	daysOf: (trends: Trends) => ShownDays | null;
}

const sum = (rows: readonly { papers: number }[]) => rows.reduce((all, { papers }) => all + papers, 0);

/** A search with the quotation marks of a text: `reward “chain of thought”`. */
export const quoted = (search: string): string => search.replaceAll(/"([^"]*)"/g, '“$1”');

/** Shares of papers that hold each term, by period and for the trends. */
export function termModel(
	{ all, terms }: TermTrends,
	{ shownUnit, span, themes, daysOf, ...asked }: Shown
): TermModel {
	const own = inThemes(all, themes)[shownUnit] ?? [];
	const axis = periodAxis(own, shownUnit, span);
	const known = terms.flatMap(({ term, rows }, slot) => (rows ? [{ term, rows, slot }] : []));
	const kinds = known.map(({ rows }, id) => ({ id, rows }));
	const trends = wordTrends(all, kinds, span, { themes, ...asked });
	const { periods, beyond, shown } = cropped(axis, daysOf(trends));
	const rowsOf = (rows: TrendRows) => inThemes(rows, themes)[shownUnit] ?? [];
	return {
		periods,
		series: known.map(({ term, rows, slot }, id) => ({
			id,
			label: quoted(term),
			slot: lineSlots[slot] ?? null,
			selected: false,
			...besideAxis(rowsOf(rows)),
			counts: shown(countsTogether(rowsOf(rows), axis))
		})),
		offAxis: besideAxis(own),
		beyond,
		trends,
		searches: known.map(({ term }) => term),
		stopWords: terms.flatMap(({ term, rows }) => (rows ? [] : [term])),
		...(trends.kind === 'tested'
			? countedPapers(trends)
			: { all: sum(own), papers: known.map(({ rows }) => sum(rowsOf(rows))) })
	};
}

function countedPapers({ window, findings }: TestedTrends): Pick<TermModel, 'all' | 'papers'> {
	return {
		all: sum(window.places.map((place) => window.axis[place]!)),
		papers: findings.map(({ papers }) => papers)
	};
}
