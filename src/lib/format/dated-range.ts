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
