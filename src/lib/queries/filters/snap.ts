import { isoDate, nextPeriod, parseIsoDate, periodStart, type PeriodUnit } from '../../base/date.ts';
import type { Range } from './filters.ts';

function moved(day: string | null, move: (days: number) => number): string | null {
	const days = day === null ? null : parseIsoDate(day);
	return days === null ? null : isoDate(move(days));
}

/**
 * Widens a range of days `YYYY-MM-DD` to whole periods of the dataset's granularity, which are all that its
 * counts can tell apart. An end that is not a date of the calendar becomes open.
 */
export function snapRange({ from, to }: Range<string>, granularity: PeriodUnit): Range<string> {
	return {
		from: moved(from, (days) => periodStart(days, granularity)),
		to: moved(to, (days) => nextPeriod(periodStart(days, granularity), granularity) - 1)
	};
}
