import { isoDate, nextPeriod, parseIsoDate, periodStart } from '../base/date.ts';
import type { Overview, Placement } from '../dataset/overview.ts';
import { formatPeriod } from '../format/format.ts';

export type TrendUnit = Overview['unit'];

/** First and last day that the corpus states, `YYYY-MM-DD`; `null` when it states none. */
export type Span = { readonly first: string; readonly last: string } | null;

/** A calendar period: what the charts' axes are made of. */
export interface Period {
	/** First day, `YYYY-MM-DD`. */
	start: string;
	/** Last day, `YYYY-MM-DD`. */
	end: string;
	/** `2024`, `Q1 2024`, `Mar 2024`. */
	label: string;
	/** The corpus covers it only in part. */
	partial: boolean;
	/** All papers in the period: the denominator of shares. */
	papers: number;
}

interface PlacedCount {
	period: string | null;
	placement: Placement;
	papers: number;
}

/**
 * Share of its days that the corpus must span for the first or last period to count as whole. A few days
 * short is a weekend or a holiday; more is a period that had not ended, or begun, for the corpus.
 */
const wholeFrom = 0.95;

/**
 * Calendar periods without gaps from the first to the last of the corpus or of the rows, whichever is wider,
 * so that the axis stays where it is when a filter changes. Only the first and the last can be partial.
 *
 * @param rows any rows by period; several of one period are summed
 * @returns no periods when neither span nor rows have a date
 */
export function periodAxis(rows: readonly PlacedCount[], unit: TrendUnit, span: Span): Period[] {
	const papers = papersByStart(rows);
	const first = span && dayOf(span.first);
	const last = span && dayOf(span.last);
	const starts = [...papers.keys(), ...(first === null || last === null ? [] : [first, last])];
	if (starts.length === 0) return [];
	const begin = periodStart(least(starts), unit);
	const end = periodStart(-least(starts.map((start) => -start)), unit);
	const axis: Period[] = [];
	for (let start = begin; start <= end; start = nextPeriod(start, unit)) {
		const next = nextPeriod(start, unit);
		axis.push({
			start: isoDate(start),
			end: isoDate(next - 1),
			label: formatPeriod(isoDate(start), unit),
			partial: isPartial({ start, next, opens: start === begin, closes: start === end }, first, last),
			papers: papers.get(start) ?? 0
		});
	}
	return axis;
}

function papersByStart(rows: readonly PlacedCount[]): Map<number, number> {
	const papers = new Map<string, number>();
	for (const { placement, period, papers: some } of rows) {
		if (placement === 'dated' && period !== null) papers.set(period, (papers.get(period) ?? 0) + some);
	}
	return new Map([...papers].map(([period, sum]) => [dayOf(period), sum]));
}

/** A period beside the span (papers dated to the year alone) says nothing about coverage. */
function isPartial(
	{ start, next, opens, closes }: { start: number; next: number; opens: boolean; closes: boolean },
	first: number | null,
	last: number | null
): boolean {
	if (first === null || last === null || first >= next || last < start) return false;
	const before = opens ? Math.max(0, first - start) : 0;
	const after = closes ? Math.max(0, next - 1 - last) : 0;
	return before + after > (1 - wholeFrom) * (next - start);
}

function dayOf(iso: string): number {
	const day = parseIsoDate(iso);
	if (day === null) throw new RangeError(`not a day of the calendar: ${iso}`);
	return day;
}

function least(values: readonly number[]): number {
	return values.reduce((best, value) => (value < best ? value : best), Infinity);
}
