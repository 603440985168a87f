import { nextPeriod, parseIsoDate, periodStart, type PeriodUnit } from '../../base/date.ts';
import type { DatePrecision } from '../../base/date.ts';
import type { Range } from './filters.ts';

/** First days of stated periods that lie inside a range: at least `from`, at most `last` of their precision. */
export interface DateBounds {
	from: number | null;
	last: Readonly<Record<DatePrecision, number>> | null;
}

function dayOf(day: string): number {
	const days = parseIsoDate(day);
	if (days === null) throw new RangeError(`${day} is not a date`);
	return days;
}

/** First day of the last period that ends by a day. */
function lastStart(end: number, unit: PeriodUnit): number {
	const start = periodStart(end, unit);
	return nextPeriod(start, unit) === end + 1 ? start : periodStart(start - 1, unit);
}

/**
 * What a range of days asks of a stated date, whose whole period must lie inside it.
 * @throws RangeError when an end is not `YYYY-MM-DD`
 */
export function dateBounds({ from, to }: Range<string>): DateBounds {
	const end = to === null ? null : dayOf(to);
	return {
		from: from === null ? null : dayOf(from),
		last: end === null ? null : { day: end, month: lastStart(end, 'month'), year: lastStart(end, 'year') }
	};
}
