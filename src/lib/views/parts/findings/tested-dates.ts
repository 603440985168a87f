import { datePrecisions, fitsUnit } from '../../../base/date.ts';
import type { TrendWindow } from '../../../analysis/trends/window.ts';
import type { Filters } from '../../../queries/filters/filters.ts';

/**
 * The filters behind a count of papers over a window, or over other days of it: those dated too coarsely for the
 * periods take no part in it.
 */
export function testedDates(
	{ unit, axis, places, leftOut }: Pick<TrendWindow, 'unit' | 'axis' | 'places' | 'leftOut'>,
	days: { from: string; to: string } = { from: axis[places[0]!]!.start, to: axis[places.at(-1)!]!.end }
): Pick<Filters, 'date' | 'dated'> {
	return {
		date: { range: days, unknown: false },
		dated: leftOut.coarse > 0 ? datePrecisions.filter((precision) => fitsUnit(precision, unit)) : []
	};
}
