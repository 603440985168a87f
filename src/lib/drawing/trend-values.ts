import { stack } from 'd3';

import type { PeriodMark, TrendSeries } from './model.ts';

export type Measure = 'count' | 'share';

/** Below this many papers a period's shares are drawn as uncertain. */
export const fewPapers = 20;

/** Part of the papers of the fullest period below which a period does not set the height of an axis of shares. */
const smallPart = 0.1;

/** Papers that a period needs to set the height of an axis of shares: thin periods would stretch it for all others. */
export const papersToSet = (periods: readonly Pick<PeriodMark, 'papers'>[]): number =>
	Math.max(fewPapers, smallPart * largest(periods.map(({ papers }) => papers)));

/** What is plotted for a count in a period: the count, or its share of the period's papers, 0 to 1. */
export function plotted(count: number, period: PeriodMark, measure: Measure): number | null {
	if (measure === 'count') return count;
	return period.papers > 0 ? count / period.papers : null;
}

/** A line's value in every period; `null` where a share has no denominator. */
export function lineValues(
	series: TrendSeries,
	periods: readonly PeriodMark[],
	measure: Measure
): (number | null)[] {
	return periods.map((period, index) => plotted(series.counts[index] ?? 0, period, measure));
}

/** A value for each period, by theme. */
export function valuesById(
	series: readonly TrendSeries[],
	periods: readonly PeriodMark[],
	measure: Measure
): ReadonlyMap<number, readonly (number | null)[]> {
	return new Map(series.map((one) => [one.id, lineValues(one, periods, measure)] as const));
}

/** Pixels between equal lines, and over all lines of one value at most. */
const [between, mostApart] = [2, 7];

/**
 * How far the lines of several themes are to be moved in each period so that equal ones stand side by side, in pixels
 * upwards or downwards, by theme. What is nothing stays on the axis.
 */
export function apart(
	values: ReadonlyMap<number, readonly (number | null)[]>,
	periods: number
): ReadonlyMap<number, readonly number[]> {
	const moves = new Map([...values.keys()].map((id) => [id, new Array<number>(periods).fill(0)] as const));
	for (let period = 0; period < periods; period++) {
		const equal = new Map<number, number[]>();
		for (const [id, own] of values) {
			const value = own[period];
			if (!value) continue;
			const ids = equal.get(value);
			if (ids) ids.push(id);
			else equal.set(value, [id]);
		}
		for (const ids of equal.values()) {
			const step = Math.min(between, mostApart / Math.max(1, ids.length - 1));
			ids.forEach((id, order) => (moves.get(id)![period] = (order - (ids.length - 1) / 2) * step));
		}
	}
	return moves;
}

export interface Band {
	id: number;
	/** Lower and upper edge in every period; both 0 where a share has no denominator. */
	edges: readonly (readonly [number, number])[];
}

/** Bands stacked in the order of the series. */
export function stackedBands(
	series: readonly TrendSeries[],
	periods: readonly PeriodMark[],
	measure: Measure
): Band[] {
	const layers = stack<number, TrendSeries>()
		.keys(series)
		.value((index, one) => plotted(one.counts[index] ?? 0, periods[index]!, measure) ?? 0)(
		periods.map((_, index) => index)
	);
	return layers.map((layer) => ({ id: layer.key.id, edges: layer.map(([low, high]) => [low, high]) }));
}

export function largest(values: Iterable<number | null>): number {
	let most = 0;
	for (const value of values) if (value !== null && value > most) most = value;
	return most;
}

/** The drawing order: grey lines first, coloured ones over them, the highlighted one on top. */
export function paintOrder(series: readonly TrendSeries[], highlighted: number | null): TrendSeries[] {
	const rank = (one: TrendSeries) =>
		one.id === highlighted ? 3 : one.selected ? 2 : one.slot === null ? 0 : 1;
	return [...series].sort((a, b) => rank(a) - rank(b));
}

/** Whether a series is labelled without being asked. */
export function notable(series: TrendSeries): boolean {
	return series.selected || series.slot !== null;
}
