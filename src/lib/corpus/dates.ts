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

/** A date from numbers, of which a missing, zero or empty one makes it coarser. */
function fromNumbers(year: string, month?: string, day?: string): StatedDate | null {
	const number = (text: string | undefined) => Number(text ?? 0) || null;
	return statedDate(Number(year), number(month), number(month) === null ? null : number(day));
}

/** Day, month and year in an order that the separator or the numbers must give away. */
function fromShort(first: number, second: number, year: number, dotted: boolean): StatedDate | null {
	if (dotted || first > 12) return statedDate(year, second, first);
	if (second > 12 || first === second) return statedDate(year, first, second);
	return statedDate(year);
}

const numeric: readonly [RegExp, (match: RegExpExecArray) => StatedDate | null][] = [
	[/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s/].*)?$/i, (m) => fromNumbers(m[1] ?? '', m[2], m[3])],
	[/^(\d{4})[-/.](\d{1,2})(?:[-/.]{1,2}[a-z]*)?$/i, (m) => fromNumbers(m[1] ?? '', m[2])],
	[/^(\d{4})(?:\.0+|\/{1,3}[a-z]*)?$/i, (m) => fromNumbers(m[1] ?? '')],
	[/^(\d{4})(\d{2})(\d{2})$/, (m) => fromNumbers(m[1] ?? '', m[2], m[3])],
	[
		/^(\d{1,2})([/.])(\d{1,2})[/.](\d{4})$/,
		(m) => fromShort(Number(m[1]), Number(m[3]), Number(m[4]), m[2] === '.')
	],
	[
		/^datetime\.(?:date|datetime)\((\d{4}), ?(\d{1,2}), ?(\d{1,2})/,
		(m) => fromNumbers(m[1] ?? '', m[2], m[3])
	]
];

const word = /[a-z]+/gi;
const season = /^(?:spring|summer|autumn|fall|winter|q[1-4])$/i;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,\s*/i;

/** A date with a month's name; several months make it a year, several days a month. */
function fromWords(text: string): StatedDate | null {
	const plain = text
		.replace(weekday, '')
		.replace(/\s+\d{1,2}:\d{2}.*$/, '')
		.replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1');
	const years = plain.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
	const names = plain.match(word) ?? [];
	const months = names.flatMap((name) => monthNumber(name) ?? []);
	const year = Number(years[0]);
	const isDate = names.every((name) => season.test(name) || (name.length < 10 && monthNumber(name) !== null));
	if (years.length !== 1 || names.length === 0 || !isDate) return null;
	const [month] = months;
	if (month === undefined || months.some((other) => other !== month)) return statedDate(year);
	const days = (plain.replace(String(years[0]), ' ').match(/\d+/g) ?? []).map(Number);
	return days.length === 1 ? statedDate(year, month, days[0]) : statedDate(year, month);
}

const longestDate = 80;

/** Reads a date as sources write it; time zones are never applied. `null` when it states none. */
export function parseDate(text: string): StatedDate | null {
	if (text.length > longestDate) return null;
	const trimmed = text.trim().replace(/^[©c[(]+(?=\d{4})|(?<=\d{4})[\])]+$/g, '');
	for (const [pattern, read] of numeric) {
		const match = pattern.exec(trimmed);
		if (match) return read(match);
	}
	return fromWords(trimmed);
}

const fineness: Readonly<Record<DatePrecision, number>> = { year: 0, month: 1, day: 2 };

/**
 * The date that several statements give together: the first that is one, or a finer one of the same year. A
 * statement without a year ("DEC 24") takes it from the others.
 */
export function combinedDate(texts: readonly string[]): StatedDate | null {
	const dates = texts.flatMap((text) => parseDate(text) ?? []);
	const year = dates[0]?.published.slice(0, 4);
	if (year === undefined) return null;
	const partial = texts
		.filter((text) => !/\d{4}/.test(text))
		.flatMap((text) => parseDate(`${text} ${year}`) ?? []);
	return [...dates, ...partial]
		.filter(({ published }) => published.startsWith(year))
		.reduce((best, date) => (fineness[date.datePrecision] > fineness[best.datePrecision] ? date : best));
}
