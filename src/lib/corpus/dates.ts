import { dayNumber, isoDate } from '../dataset/date.ts';
import type { DatePrecision } from '../dataset/paper.ts';

/** A date as a source states it: the first day of the stated period, and how long that is. */
export interface StatedDate {
	published: string;
	datePrecision: DatePrecision;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Month 1 to 12 of an English month name or its first three letters, or `null`. */
export function monthNumber(name: string): number | null {
	const index = monthNames.indexOf(name.slice(0, 3).toLowerCase());
	return index < 0 ? null : index + 1;
}

/** A stated date from its parts, or `null` when the calendar has no such date. */
export function statedDate(
	year: number,
	month: number | null = null,
	day: number | null = null
): StatedDate | null {
	if (!(year >= 1000 && year <= 2999)) return null;
	const days = dayNumber({ year, month: month ?? 1, day: day ?? 1 });
	const expected = [year, month ?? 1, day ?? 1].map((part) => String(part).padStart(2, '0')).join('-');
	if (isoDate(days) !== expected) return null;
	return {
		published: expected,
		datePrecision: day !== null ? 'day' : month !== null ? 'month' : 'year'
	};
}

type Read = (match: RegExpExecArray) => StatedDate | null;
const named = (year: string | undefined, month: string | undefined, day?: string) => {
	const number = monthNumber(month ?? '');
	return number === null ? null : statedDate(Number(year), number, day === undefined ? null : Number(day));
};

const month =
	'(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const patterns: readonly [RegExp, Read][] = [
	[
		/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/i,
		(m) => statedDate(Number(m[1]), Number(m[2]), Number(m[3]))
	],
	[/^(\d{4})[-/.](\d{1,2})$/, (m) => statedDate(Number(m[1]), Number(m[2]))],
	[/^(\d{4})(?:\.0+)?$/, (m) => statedDate(Number(m[1]))],
	[new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+${month},?\\s+(\\d{4})$`, 'i'), (m) => named(m[3], m[2], m[1])],
	[new RegExp(`^${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'i'), (m) => named(m[3], m[1], m[2])],
	[new RegExp(`^${month},?\\s+(\\d{4})$`, 'i'), (m) => named(m[2], m[1])],
	[new RegExp(`^(\\d{4})[\\s-]+${month}(?:[\\s-]+(\\d{1,2}))?$`, 'i'), (m) => named(m[1], m[2], m[3])],
	[
		/^datetime\.(?:date|datetime)\((\d{4}), ?(\d{1,2}), ?(\d{1,2})/,
		(m) => statedDate(Number(m[1]), Number(m[2]), Number(m[3]))
	]
];

/** Reads a date as sources write it; time zones are never applied. `null` when it states none. */
export function parseDate(text: string): StatedDate | null {
	const trimmed = text.trim();
	for (const [pattern, read] of patterns) {
		const match = pattern.exec(trimmed);
		if (match) return read(match);
	}
	return null;
}
