import { isoDate, nextPeriod, parseIsoDate, periodStart } from '../../base/date.ts';
import type { Range } from './filters.ts';

type Precision = 'year' | 'month' | 'day';

const lengths: Record<Precision, number> = { year: 4, month: 7, day: 10 };

function fits({ from, to }: Range<number>, unit: Precision): boolean {
	const starts = from === null || periodStart(from, unit) === from;
	return starts && (to === null || nextPeriod(periodStart(to, unit), unit) === to + 1);
}

const days = (day: string | null) => (day === null ? null : parseIsoDate(day));

/** A range of days in the coarsest form that loses nothing: `2024`, `2023..2025`, `2024-03..`, `..2024-03-07`. */
export function formatDays({ from, to }: Range<string>): string {
	const range = { from: days(from), to: days(to) };
	const precision = (['year', 'month'] as const).find((unit) => fits(range, unit)) ?? 'day';
	const written = (day: string | null) => day?.slice(0, lengths[precision]) ?? '';
	const [first, last] = [written(from), written(to)];
	return first !== '' && first === last ? first : `${first}..${last}`;
}

/** First and last day of what is written as `2024`, `2024-03` or `2024-03-07`; `null` when that is no date. */
function periodOf(text: string): { first: string; last: string } | null {
	const unit = (['year', 'month', 'day'] as const).find((name) => lengths[name] === text.length);
	if (!unit) return null;
	const first = parseIsoDate(`${text}-01-01`.slice(0, 10));
	return first === null ? null : { first: isoDate(first), last: isoDate(nextPeriod(first, unit) - 1) };
}

/** Reads what `formatDays` writes; each end may be a year, a month or a day. `null` when it is no such range. */
export function parseDays(text: string): Range<string> | null {
	const ends = text.split('..');
	if (ends.length > 2 || text === '') return null;
	const left = ends[0] ?? '';
	const right = ends[1] ?? left;
	const from = left === '' ? null : periodOf(left);
	const to = right === '' ? null : periodOf(right);
	if ((left !== '' && !from) || (right !== '' && !to)) return null;
	if (from && to && from.first > to.last) return null;
	return { from: from?.first ?? null, to: to?.last ?? null };
}
