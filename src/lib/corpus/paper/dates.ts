import { dayNumber, isoDate } from '../../base/date.ts';
import type { DatePrecision } from '../../base/date.ts';
import { monthNumber } from './months.ts';

/** A date as a source states it: the first day of the stated period, and how long that is. */
export interface StatedDate {
	published: string;
	datePrecision: DatePrecision;
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
	// "2019/20" is a volume of two years.
	if (number(month) === (Number(year) + 1) % 100 && day === undefined && Number(month) > 12)
		return statedDate(Number(year));
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
	[/^(\d{4})[-/.](\d{1,2})(?:\/\/.*|[-/.]{1,2}[a-z]*)?$/i, (m) => fromNumbers(m[1] ?? '', m[2])],
	[/^(\d{1,2})[-/.](\d{4})$/, (m) => fromNumbers(m[2] ?? '', m[1])],
	[/^(\d{4})(?:\.0+|\/{1,3}[a-z]*)?$/i, (m) => fromNumbers(m[1] ?? '')],
	[/^(\d{4})(\d{2})(\d{2})$/, (m) => fromNumbers(m[1] ?? '', m[2], m[3])],
	[
		/^(\d{1,2})([/.])(\d{1,2})[/.](\d{4})$/,
		(m) => fromShort(Number(m[1]), Number(m[3]), Number(m[4]), m[2] === '.')
	],
	[/^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/, (m) => fromNumbers(m[1] ?? '', m[2], m[3])],
	[
		/^datetime\.(?:date|datetime)\((\d{4}), ?(\d{1,2}), ?(\d{1,2})/,
		(m) => fromNumbers(m[1] ?? '', m[2], m[3])
	]
];

const word = /\p{L}+/gu;
/** Parts of a year, which are no months. */
const season =
	/^(?:spring|summer|autumn|fall|winter|(?:first|second|third|fourth)?quarter|frühling|frühjahr|sommer|herbst|printemps|été|automne|hiver|primavera|verano|otoño|invierno)$/i;
/** Words that stand beside a date and say nothing of it. */
const filler = /^(?:de|del|le|of|on|in|press|epub|online|published|available)$/i;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,\s*/i;

const yearRange = /^\d{4}\s*[-–/]\s*\d{4}$/;

/** The year of a text that names one, or two that follow each other ("1998 Dec-1999 Jan"). */
function yearOf(text: string): { year: number; isOne: boolean } | null {
	const years = (text.match(/(?<!\d)\d{4}(?!\d)/g) ?? []).map(Number);
	const [first, second] = years;
	if (first === undefined || years.length > 2) return null;
	if (second !== undefined && second - first !== 1 && second !== first) return null;
	return { year: first, isOne: second === undefined };
}

/** A date with words; several months or years make it a year, several days a month. */
function fromWords(text: string): StatedDate | null {
	const plain = text
		.replace(weekday, '')
		.replace(/\s+\d{1,2}:\d{2}.*$/, '')
		.replace(/\bq[1-4]\b/i, 'quarter')
		.replace(/(\d)(?:st|nd|rd|th|er)\b/gi, '$1');
	const found = yearOf(plain);
	const words = plain.match(word) ?? [];
	const names = words.filter((name) => !filler.test(name));
	const months = names.flatMap((name) => monthNumber(name) ?? []);
	const isDate = names.every((name) => season.test(name) || monthNumber(name) !== null);
	if (!found || !isDate || (words.length === 0 && !yearRange.test(plain))) return null;
	const [month] = months;
	if (month === undefined || !found.isOne || months.some((other) => other !== month))
		return statedDate(found.year);
	const days = (plain.replace(String(found.year), ' ').match(/\d+/g) ?? []).map(Number);
	return days.length === 1 ? statedDate(found.year, month, days[0]) : statedDate(found.year, month);
}

const longestDate = 80;

function readDate(text: string): StatedDate | null {
	const trimmed = text.trim().replace(/^[©c[(]+(?=\d{4})|(?<=\d{4})[\])]+$/g, '');
	for (const [pattern, read] of numeric) {
		const match = pattern.exec(trimmed);
		if (match) return read(match);
	}
	return fromWords(trimmed);
}

/** Dates read before: a corpus states the same ones again and again. */
const known = new Map<string, Readonly<StatedDate> | null>();
const mostKnown = 5000;

/** Reads a date as sources write it; time zones are never applied. `null` when it states none. */
export function parseDate(text: string): Readonly<StatedDate> | null {
	if (text.length > longestDate) return null;
	const before = known.get(text);
	if (before !== undefined) return before;
	if (known.size === mostKnown) known.clear();
	const date = readDate(text);
	known.set(text, date);
	return date;
}

/** Texts of a date whose year, month and day stand apart; the month may be a number. */
export function joinedDate(years: readonly string[], month: string, day: string | null): string[] {
	const year = years.find((text) => /^\d{4}$/.test(text));
	if (year === undefined) return [];
	const parts = /^\d+$/.test(month) ? [year, month, day] : [day, month, year];
	return [parts.filter(Boolean).join(/^\d+$/.test(month) ? '-' : ' ')];
}

const fineness: Readonly<Record<DatePrecision, number>> = { year: 0, month: 1, day: 2 };

/**
 * The date that several statements give together: the first that is one, or a finer one of the same year. A
 * statement without a year ("DEC 24") takes it from the others.
 */
export function combinedDate(texts: readonly string[]): Readonly<StatedDate> | null {
	const [only] = texts;
	if (only !== undefined && texts.length === 1) return parseDate(only);
	const year = texts.flatMap((text) => parseDate(text) ?? [])[0]?.published.slice(0, 4);
	if (year === undefined) return null;
	return texts
		.flatMap((text) => parseDate(/\d{4}/.test(text) ? text : `${text} ${year}`) ?? [])
		.filter(({ published }) => published.startsWith(year))
		.reduce((best, date) => (fineness[date.datePrecision] > fineness[best.datePrecision] ? date : best));
}
