/** Calendar arithmetic on day numbers (days since 1970-01-01, proleptic Gregorian), free of time zones. */

export type PeriodUnit = 'day' | 'month' | 'quarter' | 'year';
export const periodUnits: readonly PeriodUnit[] = ['day', 'month', 'quarter', 'year'];

/** How finely a source may state a publication date, the finest first. */
export const datePrecisions = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

interface CalendarDate {
	year: number;
	/** 1 to 12 */
	month: number;
	/** 1 to 31 */
	day: number;
}

/** Day number of a calendar date (Hinnant, chrono-compatible low-level date algorithms: days_from_civil). */
export function dayNumber({ year, month, day }: CalendarDate): number {
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146097 + dayOfEra - 719468;
}

/** Calendar date of a day number (Hinnant: civil_from_days). */
export function calendarDate(days: number): CalendarDate {
	const z = days + 719468;
	const era = Math.floor(z / 146097);
	const dayOfEra = z - era * 146097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
			365
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
	return {
		year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
		month,
		day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
	};
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** `YYYY-MM-DD` of a day number. */
export function isoDate(days: number): string {
	const { year, month, day } = calendarDate(days);
	return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Day number of `YYYY-MM-DD`, or `null` when that is not a date of the calendar. */
export function parseIsoDate(text: string): number | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!match) return null;
	const days = dayNumber({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
	return isoDate(days) === text ? days : null;
}

/** First day of the period that holds a day. */
export function periodStart(days: number, unit: PeriodUnit): number {
	if (unit === 'day') return days;
	const { year, month } = calendarDate(days);
	if (unit === 'month') return dayNumber({ year, month, day: 1 });
	if (unit === 'quarter') return dayNumber({ year, month: month - ((month - 1) % 3), day: 1 });
	return dayNumber({ year, month: 1, day: 1 });
}

/** First day of the next period, for the first day of one. */
export function nextPeriod(start: number, unit: PeriodUnit): number {
	if (unit === 'day') return start + 1;
	const { year, month } = calendarDate(start);
	const months = year * 12 + (month - 1) + { month: 1, quarter: 3, year: 12 }[unit];
	return dayNumber({ year: Math.floor(months / 12), month: (months % 12) + 1, day: 1 });
}

/** Whether a date of this precision falls into exactly one period of this unit. */
export function fitsUnit(precision: DatePrecision, unit: PeriodUnit): boolean {
	return periodUnits.indexOf(precision) <= periodUnits.indexOf(unit);
}
