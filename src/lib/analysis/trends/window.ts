import type { ThemePeriodCount } from '../../dataset/overview.ts';
import { periodAxis, type Period, type Span, type TrendUnit } from '../periods.ts';
import { allUndated, besideAxis } from '../theme-series.ts';
import { thresholds } from './thresholds.ts';

/** Papers by theme and period at the units that a dataset offers, with papers of all dates. */
export type RowsByUnit = { readonly [U in TrendUnit]?: readonly ThemePeriodCount[] };

export interface WindowOptions {
	/** First and last day that a visitor has asked for, `YYYY-MM-DD`; `null` leaves a side open. */
	date?: { readonly from: string | null; readonly to: string | null } | null;
	/** Taken instead of the one that would be chosen. */
	unit?: TrendUnit | null;
}

/** The stretch of whole periods that every statement about trends speaks of. */
export interface TrendWindow {
	kind: 'window';
	unit: TrendUnit;
	/** All periods of the corpus at this unit. */
	axis: readonly Period[];
	/** Places on the axis of the first and the last period of the window. */
	from: number;
	to: number;
	/** Places of the periods that are tested, ascending: covered whole, with enough papers. */
	places: readonly number[];
	/** What set its beginning: the date filter, thin periods before it, the most periods, or nothing. */
	reason: 'filter' | 'dense stretch' | 'most periods' | 'whole span';
	/** Papers in no tested period. */
	leftOut: {
		/** Of the first or last period, which corpus or filter cover only in part. */
		partial: number;
		/** Of whole periods outside the window. */
		outside: number;
		/** Of periods of the window with too few papers. */
		thin: number;
		/** Dated too coarsely for the unit. */
		coarse: number;
		undated: number;
	};
}

export type NoWindow =
	/** No paper states a date. */
	| { kind: 'none dated' }
	/** The last whole periods of none of these units have 20 papers. */
	| { kind: 'too few papers'; units: readonly TrendUnit[] }
	/** Fewer than five periods to test, by their labels. */
	| { kind: 'too few periods'; unit: TrendUnit; periods: readonly string[] };

const units: readonly TrendUnit[] = ['month', 'quarter', 'year'];
const limits = thresholds.window;

/** A unit with the stretch that could be tested at it. */
interface Candidate {
	unit: TrendUnit;
	rows: readonly ThemePeriodCount[];
	axis: readonly Period[];
	/** Places of the whole periods that the filter leaves. */
	offered: readonly number[];
	/** Those of the dense stretch. */
	stretch: readonly number[];
	papers: number;
}

/**
 * Chooses unit and stretch: for each unit the dense stretch runs back from the last whole period as far as 19 of
 * 20 periods hold 20 papers, 60 periods at most. The unit is the finest whose stretch holds 90 % of the dated
 * papers, else the one whose stretch holds most; where a filter leaves fewer than twelve periods of it, a finer one
 * that is dense over the same days.
 *
 * @param rowsByUnit papers that pass all filters but those of theme and date
 */
export function trendWindow(
	rowsByUnit: RowsByUnit,
	span: Span,
	{ date = null, unit = null }: WindowOptions = {}
): TrendWindow | NoWindow {
	if (allUndated(Object.values(rowsByUnit).flat())) return { kind: 'none dated' };
	const looked = units.filter((each) => rowsByUnit[each] && (unit === null || unit === each));
	const candidates = (range: DateRange) =>
		looked.map((each) => candidateOf(each, rowsByUnit[each] ?? [], span, range));
	const inside = candidates(date);
	const chosen = narrowed(chooseUnit(date ? candidates(null) : inside), inside);
	if (!chosen) return { kind: 'too few papers', units: looked };
	const window = windowOf(chosen, date);
	const periods = window.places.map((place) => window.axis[place]!.label);
	return periods.length < limits.fewest ? { kind: 'too few periods', unit: window.unit, periods } : window;
}

type DateRange = NonNullable<WindowOptions['date']> | null;

function candidateOf(
	unit: TrendUnit,
	rows: readonly ThemePeriodCount[],
	span: Span,
	date: DateRange
): Candidate {
	const axis = periodAxis(rows, unit, span);
	const offered = axis.flatMap((period, place) => (!period.partial && isInside(period, date) ? [place] : []));
	const stretch = denseStretch(axis, offered);
	return { unit, rows, axis, offered, stretch, papers: papersAt(axis, stretch) };
}

const isInside = ({ start, end }: Period, date: DateRange) =>
	!date || ((date.from === null || start >= date.from) && (date.to === null || end <= date.to));

const isThin = ({ papers }: Period) => papers < limits.papers;

const papersAt = (axis: readonly Period[], places: readonly number[]) =>
	places.reduce((sum, place) => sum + axis[place]!.papers, 0);

/** The longest run up to the last place that begins with a dense period and of which nearly all are dense. */
function denseStretch(axis: readonly Period[], offered: readonly number[]): readonly number[] {
	let dense = 0;
	let length = 0;
	for (let back = 1; back <= Math.min(limits.most, offered.length); back++) {
		if (isThin(axis[offered[offered.length - back]!]!)) continue;
		dense++;
		if (dense >= limits.dense * back) length = back;
	}
	return length === 0 ? [] : offered.slice(-length);
}

function chooseUnit(candidates: readonly Candidate[]): Candidate | undefined {
	const dense = candidates.filter(({ stretch }) => stretch.length > 0);
	const dated = candidates.reduce((most, { axis, offered }) => Math.max(most, papersAt(axis, offered)), 0);
	const most = dense.reduce<Candidate | undefined>(
		(best, one) => (best && best.papers >= one.papers ? best : one),
		undefined
	);
	return dense.find((one) => one.papers >= limits.holds * dated) ?? most;
}

/** The chosen unit within a filter, or a finer one where that leaves few periods; beside its stretch, a choice anew. */
function narrowed(chosen: Candidate | undefined, inside: readonly Candidate[]): Candidate | undefined {
	const own = inside.find(({ unit }) => unit === chosen?.unit);
	if (!own || own.stretch.length === 0) return chooseUnit(inside);
	if (own.stretch.length >= limits.few) return own;
	return inside.find((one) => one.stretch.length > own.stretch.length && isAsGood(one, own)) ?? own;
}

/** Whether a finer unit's stretch reaches as far back and holds nearly as many papers. */
function isAsGood(finer: Candidate, coarser: Candidate): boolean {
	const begins = ({ axis, stretch }: Candidate) => axis[stretch[0]!]!.start;
	return begins(finer) <= begins(coarser) && finer.papers >= limits.holds * coarser.papers;
}

function windowOf({ unit, rows, axis, offered, stretch }: Candidate, date: DateRange): TrendWindow {
	const places = stretch.filter((place) => !isThin(axis[place]!));
	const [from, to] = [stretch[0]!, stretch.at(-1)!];
	const all = axis.map((_, place) => place);
	const sumOf = (chosen: (place: number) => boolean) => papersAt(axis, all.filter(chosen));
	const isCut = (place: number) => axis[place]!.partial || isCutBy(axis[place]!, date);
	const leftOut = {
		partial: sumOf(isCut),
		outside: sumOf((place) => !isCut(place) && (place < from || place > to)),
		thin: sumOf((place) => place >= from && place <= to && isThin(axis[place]!)),
		...besideAxis(rows)
	};
	return { kind: 'window', unit, axis, from, to, places, reason: reasonOf(axis, offered, stretch), leftOut };
}

/** Whether a filter's edge lies inside a period. */
function isCutBy(period: Period, date: DateRange): boolean {
	if (!date || isInside(period, date)) return false;
	return (date.from === null || period.end >= date.from) && (date.to === null || period.start <= date.to);
}

function reasonOf(
	axis: readonly Period[],
	offered: readonly number[],
	stretch: readonly number[]
): TrendWindow['reason'] {
	if (stretch.length < offered.length) {
		return stretch.length === limits.most ? 'most periods' : 'dense stretch';
	}
	const whole = axis.filter(({ partial }) => !partial).length;
	return offered.length < whole ? 'filter' : 'whole span';
}
