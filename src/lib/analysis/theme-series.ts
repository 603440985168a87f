import type { ThemePeriodCount } from '../dataset/overview.ts';
import type { Period } from './periods.ts';

/** Papers of one theme along an axis of periods, and beside it. */
export interface ThemeSeries {
	/** Papers in each period of the axis. */
	counts: number[];
	/** Papers dated too coarsely for the axis. */
	coarse: number;
	undated: number;
}

/** Spreads rows over an axis, theme by theme; themes without rows are absent. Every paper is counted once. */
export function themeSeries(
	rows: readonly ThemePeriodCount[],
	axis: readonly Period[]
): Map<number, ThemeSeries> {
	const places = new Map(axis.map(({ start }, place) => [start, place]));
	const series = new Map<number, ThemeSeries>();
	for (const { themeId, period, placement, papers } of rows) {
		let one = series.get(themeId);
		if (!one) series.set(themeId, (one = { counts: axis.map(() => 0), coarse: 0, undated: 0 }));
		if (placement === 'coarse') one.coarse += papers;
		else if (placement === 'undated' || period === null) one.undated += papers;
		else one.counts[placeOf(places, period)]! += papers;
	}
	return series;
}

/** Papers of all rows along an axis, whatever their theme. */
export function countsTogether(rows: readonly ThemePeriodCount[], axis: readonly Period[]): number[] {
	const merged = rows.map((row) => ({ ...row, themeId: 0 }));
	return themeSeries(merged, axis).get(0)?.counts ?? axis.map(() => 0);
}

function placeOf(places: ReadonlyMap<string, number>, period: string): number {
	const place = places.get(period);
	if (place === undefined) throw new RangeError(`period ${period} is not on the axis`);
	return place;
}

/** Papers beside an axis: dated too coarsely for it, or undated. */
export function besideAxis(rows: readonly Pick<ThemePeriodCount, 'placement' | 'papers'>[]): {
	coarse: number;
	undated: number;
} {
	const sum = (kind: ThemePeriodCount['placement']) =>
		rows.reduce((all, { placement, papers }) => all + (placement === kind ? papers : 0), 0);
	return { coarse: sum('coarse'), undated: sum('undated') };
}

/** Papers, by where their date stands. */
export type Placed = Pick<ThemePeriodCount, 'placement'>;

/** Whether there are papers, and none of them states a date. */
export function allUndated(rows: readonly Placed[]): boolean {
	return rows.length > 0 && rows.every(({ placement }) => placement === 'undated');
}
