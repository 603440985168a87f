import { fitsUnit, isoDate, periodStart, periodUnits, type PeriodUnit } from '../dataset/date.ts';
import type { Overview, Placement } from '../dataset/overview.ts';
import type { StatedDate } from './cells.ts';

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

function placeOf({ day, precision }: StatedDate, unit: Overview['unit']): Place {
	if (day === null || precision === null) return { period: null, placement: 'undated' };
	if (!fitsUnit(precision, unit)) return { period: null, placement: 'coarse' };
	return { period: isoDate(periodStart(day, unit)), placement: 'dated' };
}

/** The distinct places of dates: periods in their order, then too coarse ones, then undated ones. */
export function axisOf(
	dates: readonly StatedDate[],
	unit: Overview['unit']
): { places: Place[]; index: Int32Array } {
	const all = dates.map((date) => placeOf(date, unit));
	const keyOf = ({ period, placement }: Place) => period ?? `~${placement}`;
	const keys = [...new Set(all.map(keyOf))].sort();
	const byKey = new Map(all.map((place) => [keyOf(place), place]));
	const indexOf = new Map(keys.map((key, index) => [key, index]));
	return {
		places: keys.map((key) => byKey.get(key) as Place),
		index: Int32Array.from(all, (place) => indexOf.get(keyOf(place)) as number)
	};
}

/** Rows of a table of sums that are not zero, in the order of their two keys. */
export function rowsOf<R>(sums: Float64Array, width: number, row: (first: number, second: number) => R) {
	const rows: (R & { papers: number })[] = [];
	for (let index = 0; index < sums.length; index++) {
		const papers = sums[index] as number;
		if (papers > 0) rows.push({ ...row(Math.floor(index / width), index % width), papers });
	}
	return rows;
}
