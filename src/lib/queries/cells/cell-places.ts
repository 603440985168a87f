import { fitsUnit, isoDate, periodStart, periodUnits, type PeriodUnit } from '../../base/date.ts';
import type { Overview, Placement } from '../../dataset/overview.ts';
import type { CellTable, StatedDate } from './cells.ts';

export type TrendUnit = Overview['unit'];

/** Units that counts by this granularity can be summed to, the finest first. */
export function unitsOf(granularity: PeriodUnit): TrendUnit[] {
	const finest = periodUnits.indexOf(granularity);
	return (['month', 'quarter', 'year'] as const).filter((unit) => periodUnits.indexOf(unit) >= finest);
}

/** @throws RangeError when there are no counts by this unit */
export function requireUnit(unit: TrendUnit, granularity: PeriodUnit): void {
	if (unitsOf(granularity).includes(unit)) return;
	throw new RangeError(`This dataset counts by ${granularity}; it has no counts by ${unit}.`);
}

export interface Place {
	/** `YYYY-MM-DD`, the first day of the period; `null` unless `dated`. */
	period: string | null;
	placement: Placement;
}

function placeOf({ day, precision }: StatedDate, unit: TrendUnit): Place {
	if (day === null || precision === null) return { period: null, placement: 'undated' };
	if (!fitsUnit(precision, unit)) return { period: null, placement: 'coarse' };
	return { period: isoDate(periodStart(day, unit)), placement: 'dated' };
}

interface Axis {
	readonly places: readonly Place[];
	/** Place of each date. */
	readonly index: Int32Array;
}

function makeAxis(dates: readonly StatedDate[], unit: TrendUnit): Axis {
	const all = dates.map((date) => placeOf(date, unit));
	const keyOf = ({ period, placement }: Place) => period ?? `~${placement}`;
	const byKey = new Map(all.map((place) => [keyOf(place), place]));
	const keys = [...byKey.keys()].sort();
	const indexOf = new Map(keys.map((key, index) => [key, index]));
	return {
		places: keys.map((key) => byKey.get(key) as Place),
		index: Int32Array.from(all, (place) => indexOf.get(keyOf(place)) as number)
	};
}

const axes = new WeakMap<readonly StatedDate[], Map<TrendUnit, Axis>>();
const periods = new WeakMap<Int32Array, Map<TrendUnit, Int32Array>>();

/** What a map keeps under a unit, of a thing that has such a map. */
function once<K extends object, V>(
	kept: WeakMap<K, Map<TrendUnit, V>>,
	of: K,
	unit: TrendUnit,
	make: () => V
): V {
	const byUnit = kept.get(of) ?? new Map<TrendUnit, V>();
	kept.set(of, byUnit);
	const value = byUnit.get(unit) ?? make();
	byUnit.set(unit, value);
	return value;
}

/** The distinct places of dates: periods in their order, then too coarse ones, then undated ones. */
export function axisOf(dates: readonly StatedDate[], unit: TrendUnit): Axis {
	return once(axes, dates, unit, () => makeAxis(dates, unit));
}

/** Place of each cell on the axis of a unit. */
export function periodsOf({ date, dates }: Pick<CellTable, 'date' | 'dates'>, unit: TrendUnit): Int32Array {
	const { index } = axisOf(dates, unit);
	return once(periods, date, unit, () => date.map((at) => index[at] as number));
}

/** Rows of a table of sums that are not zero, in the order of their two keys. */
export function rowsOf<R>(
	sums: Float64Array,
	width: number,
	row: (first: number, second: number, papers: number) => R
): R[] {
	const rows: R[] = [];
	for (let index = 0; index < sums.length; index++) {
		const papers = sums[index] as number;
		if (papers > 0) rows.push(row(Math.floor(index / width), index % width, papers));
	}
	return rows;
}
