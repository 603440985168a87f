import { dayNumber, isoDate } from '../../base/date.ts';
import type { DatePrecision } from '../../base/date.ts';
import { monthNumber } from './months.ts';

/** Characters of a date, at most. */
const longestDate = 80;

/** Which comes first in dates such as 03/07/2024: the day, or the month. */
export type DateOrder = 'dmy' | 'mdy';

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
	const [inYear, inMonth] = [number(month), number(day)];
	// "2019/20" is a volume of two years.
	if (inYear === (Number(year) + 1) % 100 && day === undefined && inYear > 12)
		return statedDate(Number(year));
	// "2018-25-12" has its day before its month, or a slip.
	if (inYear !== null && inYear > 12 && inYear < 32 && inMonth !== null && inMonth < 13)
		return statedDate(Number(year));
	return statedDate(Number(year), inYear, inYear === null ? null : inMonth);
}

/** A year of two digits, as Excel takes it: 1930 to 2029. */
const fullYear = (digits: string) =>
	digits.length === 2 ? Number(digits) + (Number(digits) < 30 ? 2000 : 1900) : Number(digits);

type ShortParts = [first: number, second: number, year: number, separator: string];

const short = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?:[T,\s]\s?\d{1,2}:\d{2}.*)?$/i;
const shortParts = ([, first, separator, second, year]: RegExpExecArray): ShortParts => [
	...([Number(first), Number(second), fullYear(year ?? '')] as const),
	separator ?? ''
];

/**
 * The order of day and month that a date of numbers shows (`25/12/2024`), or `open` where it shows none
 * (`03/07/2024`); `dotted` where its dots say it, unless other dates of its column say otherwise (`03.07.2024`).
 * `null` for any other text.
 */
export function shownOrder(text: string): DateOrder | 'open' | 'dotted' | null {
	const match = text.length > longestDate ? null : short.exec(text.trim());
	if (!match) return null;
	const [first, second, , separator] = shortParts(match);
	if (first === second || Math.max(first, second) > 31 || Math.min(first, second) === 0) return null;
	if (first > 12) return second > 12 ? null : 'dmy';
	if (second > 12) return 'mdy';
	return separator === '.' ? 'dotted' : 'open';
}

/** Day, month and year in an order that the numbers, the rest of the column or the separator must give away. */
function fromShort(parts: ShortParts, order: DateOrder | undefined): StatedDate | null {
	const [first, second, year, separator] = parts;
	const [dayFirst, monthFirst] = [
		() => statedDate(year, second, first),
		() => statedDate(year, first, second)
	];
	if (first > 12) return dayFirst();
	if (second > 12 || first === second) return monthFirst();
	const taken = order ?? (separator === '.' ? 'dmy' : null);
	if (taken === null) return statedDate(year);
	return taken === 'dmy' ? dayFirst() : monthFirst();
}

/** The first and the last second of the years 1990 to 2099. */
const [firstSecond, lastSecond] = [631_152_000, 4_102_444_799];
const secondsPerDay = 86_400;

/** A date from seconds since 1970 in UTC. */
function fromSeconds(seconds: number): StatedDate | null {
	if (!(seconds >= firstSecond && seconds <= lastSecond)) return null;
	return { published: isoDate(Math.floor(seconds / secondsPerDay)), datePrecision: 'day' };
}

const numeric: readonly [RegExp, (match: RegExpExecArray, order?: DateOrder) => StatedDate | null][] = [
	[/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s/].*)?$/i, (m) => fromNumbers(m[1] ?? '', m[2], m[3])],
	[/^(\d{4})[-/.](\d{1,2})(?:\/\/.*|[-/.]{1,2}[a-z]*)?$/i, (m) => fromNumbers(m[1] ?? '', m[2])],
	[/^(\d{4})\s(\d{1,2})(?:\s(\d{1,2}))?$/, (m) => fromNumbers(m[1] ?? '', m[2], m[3])],
	[/^(\d{1,2})[-/.](\d{4})$/, (m) => fromNumbers(m[2] ?? '', m[1])],
	[/^(\d{4})(?:\.0*|\/{1,3}|\s?\(?\?\)?)?$/, (m) => fromNumbers(m[1] ?? '')],
	[/^(\d{4})(\d{2})(\d{2})$/, (m) => fromNumbers(m[1] ?? '', m[2], m[3])],
	[/^((?:19|20)\d{2})(\d{2})$/, (m) => fromNumbers(m[1] ?? '', m[2])],
	[/^(\d{9,10})(?:\.\d*)?$/, (m) => fromSeconds(Number(m[1]))],
	[/^(\d{12,13})$/, (m) => fromSeconds(Number(m[1]) / 1000)],
	[short, (m, order) => fromShort(shortParts(m), order)],
	[
		/^(\d{4})\s?年(?:\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?)?\D{0,9}$/,
		(m) => fromNumbers(m[1] ?? '', m[2], m[3])
	],
	[
		/^datetime\.(?:date|datetime)\((\d{4}), ?(\d{1,2}), ?(\d{1,2})/,
		(m) => fromNumbers(m[1] ?? '', m[2], m[3])
	],
	[/^(\p{L}{3,10})\.?(?:-|\s?['’])(\d{2})$/u, (m) => fromNames(m[2] ?? '', m[1] ?? '', null)],
	[
		/^(\d{1,2})[-/.\s]?(\p{L}{3,10})\.?[-/.\s]?['’]?(\d{2})(?:\s\d{1,2}:\d{2}.*)?$/u,
		(m) => fromNames(m[3] ?? '', m[2] ?? '', Number(m[1]))
	]
];

/** "Jan-19" and "15-Mar-18", as Excel writes them. */
function fromNames(year: string, name: string, day: number | null): StatedDate | null {
	const month = monthNumber(name);
	return month === null ? null : statedDate(fullYear(year), month, day);
}

const word = /\p{L}+/gu;
/** Words that stand beside a date and say nothing of it. */
const filler =
	/^(?:de|del|le|of|on|in|press|e?pub|online|published|available|print|first|since|am|vom|den|van|el|du|il|года?|г|at|utc|gmt)$/i;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,\s*/i;

const yearRange = /^\d{4}\s*[-–/]\s*\d{4}$/;
/** Years that a text with words nobody knows may state: other numbers may be anything. */
const [earliest, latest] = [1400, 2100];

/** The year of a text that names one, or two that follow each other ("1998 Dec-1999 Jan"). */
function yearOf(text: string): { year: number; isOne: boolean } | null {
	const years = (text.match(/(?<!\d)\d{4}(?!\d)/g) ?? []).map(Number);
	const [first, second] = years;
	if (first === undefined || years.length > 2) return null;
	if (second !== undefined && second - first !== 1 && second !== first) return null;
	return { year: first, isOne: second === undefined };
}

const numerals = '一二三四五六七八九';
/** Months in Chinese and Japanese numerals: "十二月" is 12. */
const withDigits = (text: string) =>
	text.replace(/(十?)([一二三四五六七八九]?)月/g, (whole, ten: string, one: string) =>
		ten || one ? `${(ten ? 10 : 0) + numerals.indexOf(one || '一') + (one ? 1 : 0)}月` : whole
	);

/** A date with words; several months or years, or words that nobody knows, make it a year, several days a month. */
function fromWords(text: string): StatedDate | null {
	if (text.includes('://')) return null;
	const plain = text
		.replace(weekday, '')
		.replace(/\s\d{1,2}:\d{2}.*$/, '')
		.replace(/(\d)(?:st|nd|rd|th|er)\b/gi, '$1');
	const found = yearOf(plain);
	const words = plain.match(word) ?? [];
	const names = words.filter((name) => !filler.test(name));
	const months = names.flatMap((name) => monthNumber(name) ?? []);
	if (!found || (words.length === 0 && !yearRange.test(plain))) return null;
	if (months.length < names.length)
		return found.year >= earliest && found.year <= latest ? statedDate(found.year) : null;
	const [month] = months;
	if (month === undefined || !found.isOne || months.some((other) => other !== month))
		return statedDate(found.year);
	const days = (plain.replace(String(found.year), ' ').match(/\d+/g) ?? []).map(Number);
	return days.length === 1
		? (statedDate(found.year, month, days[0]) ?? statedDate(found.year, month))
		: statedDate(found.year, month);
}

function readDate(text: string, order?: DateOrder): StatedDate | null {
	const trimmed = withDigits(text.trim().replace(/^[©c[(]+(?=\d{4})|(?<=\d{4}\??)[\])]+$/g, ''));
	for (const [pattern, read] of numeric) {
		const match = pattern.exec(trimmed);
		if (match) return read(match, order);
	}
	return fromWords(trimmed);
}

/** Dates read before: a corpus states the same ones again and again. */
const known = new Map<string, Readonly<StatedDate> | null>();
const mostKnown = 5000;

/**
 * Reads a date as sources write it; time zones are never applied. `null` when it states none.
 * @param order of day and month in its column, where that is known
 */
export function parseDate(text: string, order?: DateOrder): Readonly<StatedDate> | null {
	if (text.length > longestDate) return null;
	if (order !== undefined) return readDate(text, order);
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
 * @param orders of day and month in each statement, where they are known
 */
export function combinedDate(
	texts: readonly string[],
	orders: readonly (DateOrder | undefined)[] = []
): Readonly<StatedDate> | null {
	const [only] = texts;
	if (only !== undefined && texts.length === 1) return parseDate(only, orders[0]);
	const year = texts.flatMap((text) => parseDate(text) ?? [])[0]?.published.slice(0, 4);
	if (year === undefined) return null;
	return texts
		.flatMap((text, place) => {
			const own = parseDate(text, orders[place]);
			return (
				(own?.published.startsWith(year) || /\d{4}/.test(text) ? own : parseDate(`${text} ${year}`)) ?? []
			);
		})
		.filter(({ published }) => published.startsWith(year))
		.reduce((best, date) => (fineness[date.datePrecision] > fineness[best.datePrecision] ? date : best));
}
