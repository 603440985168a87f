/** Words and numbers as the interface writes them, the same on every host and in every locale. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function grouped(digits: string): string {
	return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number with at most `decimals` decimals and commas between thousands: `9,868`, `-1,234.5`. */
export function formatNumber(value: number, decimals = 0): string {
	if (!Number.isFinite(value)) return '–';
	const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
	const shown = fraction.replace(/0+$/, '');
	const text = grouped(whole) + (shown === '' ? '' : `.${shown}`);
	return value < 0 && text !== '0' ? `−${text}` : text;
}

/** A number with exactly `decimals` decimals, so that a column of them lines up: `0.30`, `−1.25`. */
export function formatFixed(value: number, decimals: number): string {
	const text = value.toFixed(decimals);
	return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

const magnitudes = [
	{ size: 1e9, sign: 'bn' },
	{ size: 1e6, sign: 'm' },
	{ size: 1e4, sign: 'k' }
];

/** A count for a cramped axis: exact below 10,000, then `12k`, `1.5m`, `2bn`. */
export function formatCompact(value: number): string {
	const magnitude = magnitudes.find(({ size }) => Math.abs(value) >= size);
	if (!magnitude) return formatNumber(value, 1);
	const unit = magnitude.sign === 'k' ? 1e3 : magnitude.size;
	return `${formatNumber(value / unit, Math.abs(value / unit) < 100 ? 1 : 0)}${magnitude.sign}`;
}

/** `1 paper`, `2,345 papers`. */
export function formatPapers(count: number): string {
	return `${formatNumber(count)} ${count === 1 ? 'paper' : 'papers'}`;
}

/** How many of all papers: `41 of 75 papers`, or `75 papers` when it is all of them. */
export function formatPapersOf(part: number, all: number): string {
	return part === all ? formatPapers(all) : `${formatNumber(part)} of ${formatPapers(all)}`;
}

/**
 * A share in per cent without false precision: whole below 200 papers and from 10 %, else one decimal; a
 * share that is neither none nor all never rounds to 0 or 100.
 *
 * @returns for example `21 %`, `0.4 %`, `<1 %`, or `–` when there are no papers
 */
export function formatShare(part: number, whole: number): string {
	if (!(whole > 0)) return '–';
	if (part === 0) return '0 %';
	const percent = (part / whole) * 100;
	// By what is shown: 9.95 has no decimal to be 10.0 with.
	const decimals = whole < 200 || percent.toFixed(1).length > 3 ? 0 : 1;
	const least = decimals === 0 ? 1 : 0.1;
	if (percent > 0 && percent < least / 2) return `<${least} %`;
	if (percent < 100 && percent > 99.5) return '>99 %';
	return `${formatFixed(percent, decimals)} %`;
}

/** A text in which a number and its per cent sign, or `p` and its value, stay on one line. */
export function unbroken(text: string): string {
	return text.replaceAll(' %', '\u00a0%').replace(/\bp ([<=]) /g, 'p\u00a0$1\u00a0');
}

/** A tick of a percentage axis; `fraction` is 0 to 1. */
export function formatPercentTick(fraction: number): string {
	return `${formatNumber(fraction * 100, 2)} %`;
}

/**
 * A date as its source states it: `2024`, `Mar 2024`, `7 Mar 2024`.
 *
 * @param iso first day of the stated period, `YYYY-MM-DD`; anything else comes back unchanged
 */
export function formatDate(iso: string, precision: 'day' | 'month' | 'year' = 'day'): string {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
	const month = match ? months[Number(match[2]) - 1] : undefined;
	if (!match || month === undefined) return iso;
	const year = String(Number(match[1]));
	if (precision === 'year') return year;
	return precision === 'month' ? `${month} ${year}` : `${Number(match[3])} ${month} ${year}`;
}

/** A typical team size: whole, or with one decimal where a median falls between two. */
export function formatTeam(size: number): string {
	return formatNumber(size, 1);
}

/**
 * A calendar period as axes name it: `2024`, `Q1 2024`, `Mar 2024`.
 *
 * @param start its first day, `YYYY-MM-DD`
 */
export function formatPeriod(start: string, unit: 'month' | 'quarter' | 'year'): string {
	if (unit !== 'quarter') return formatDate(start, unit);
	return `Q${Math.ceil(Number(start.slice(5, 7)) / 3)} ${formatDate(start, 'year')}`;
}

/** A place in an order: `1st`, `22nd`, `113th`. */
export function formatOrdinal(place: number): string {
	const isTeen = Math.floor(place / 10) % 10 === 1;
	const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
	return formatNumber(place) + ending;
}

/** Dates as a manifest states them. */
interface Stated {
	/** First and last day of those that state a day or a month. */
	span: { first: string; last: string } | null;
	/** First and last year of all. */
	years: { first: number; last: number } | null;
}

/**
 * From when to when the dated papers are, as finely as they say: `YYYY-MM-DD`, or a year that lies before or behind all
 * days and months; `null` without dates.
 */
export function datedRange({ span, years }: Stated): [from: string, to: string] | null {
	if (!years) return null;
	const end = (year: number, day: string | undefined) =>
		day !== undefined && Number(day.slice(0, 4)) === year ? day : String(year).padStart(4, '0');
	return [end(years.first, span?.first), end(years.last, span?.last)];
}

/** The beginning of a sentence: its first letter large. */
export function capitalised(text: string): string {
	const [first = ''] = text;
	return first.toUpperCase() + text.slice(first.length);
}

/** Several words in a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], last = 'and'): string {
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}
