import type { PeriodUnit } from '../../../base/date.ts';
import { formatDays, parseDays } from '../../../queries/filters/day-text.ts';
import type { Range } from '../../../queries/filters/filters.ts';
import { snapRange } from '../../../queries/filters/snap.ts';

/** The two texts of a pair of fields; empty leaves that end open. */
export interface TypedRange {
	from: string;
	to: string;
}

export type ReadRange<V> = { range: Range<V> | null } | { problem: string };

const open: TypedRange = { from: '', to: '' };

export function dateTexts(range: Range<string> | null): TypedRange {
	if (!range) return open;
	const [from = '', to = from] = formatDays(range).split('..');
	return { from, to };
}

/** Reads years, months or days, widened to the whole periods that the dataset keeps. */
export function readDates({ from, to }: TypedRange, granularity: PeriodUnit): ReadRange<string> {
	if (from === '' && to === '') return { range: null };
	const ends = [from, to].map((text) => (text === '' ? null : parseDays(text)));
	if ((from !== '' && !ends[0]) || (to !== '' && !ends[1]) || /\.\./.test(from + to)) {
		return { problem: 'Write a year, month or day: 2024, 2024-03 or 2024-03-07' };
	}
	const range = parseDays(`${from}..${to}`);
	return range ? { range: snapRange(range, granularity) } : { problem: 'The first date is after the last' };
}

export function teamTexts(range: Range<number> | null): TypedRange {
	return range ? { from: String(range.from ?? ''), to: String(range.to ?? '') } : open;
}

export function readTeams({ from, to }: TypedRange): ReadRange<number> {
	if (from === '' && to === '') return { range: null };
	if (!/^\d{0,9}$/.test(from) || !/^\d{0,9}$/.test(to)) return { problem: 'Write whole numbers' };
	const range = { from: from === '' ? null : Number(from), to: to === '' ? null : Number(to) };
	const isBackwards = range.from !== null && range.to !== null && range.from > range.to;
	return isBackwards ? { problem: 'The first number is above the last' } : { range };
}
