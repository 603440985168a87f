import {
	fitsUnit,
	isoDate,
	periodStart,
	periodUnits,
	type DatePrecision,
	type PeriodUnit
} from '../../base/date.ts';
import { Lru } from '../../base/lru.ts';
import type { Overview, Placement } from '../../dataset/overview.ts';

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

export interface StatedDate {
	/** First day of the period that holds the date, as a day number; `null` for undated papers. */
	day: number | null;
	precision: DatePrecision | null;
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

/** Units that periods are counted by. */
const units = 3;

/** Where the dates of some cells stand on the axis of each unit, made when a unit is first asked for. */
export class DateAxes {
	readonly #dates: readonly StatedDate[];
	/** Of each cell, its date. */
	readonly #date: Int32Array;
	readonly #axes = new Lru<Axis>(units);
	readonly #periods = new Lru<Int32Array>(units);

	constructor(dates: readonly StatedDate[], date: Int32Array) {
		this.#dates = dates;
		this.#date = date;
	}

	/** The distinct places of dates: periods in their order, then too coarse ones, then undated ones. */
	at(unit: TrendUnit): Axis {
		return this.#axes.get(unit, () => makeAxis(this.#dates, unit));
	}

	/** Place of each cell on the axis of a unit. */
	ofCells(unit: TrendUnit): Int32Array {
		const { index } = this.at(unit);
		return this.#periods.get(unit, () => this.#date.map((at) => index[at] as number));
	}
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
