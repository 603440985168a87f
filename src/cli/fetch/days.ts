import { isoDate, nextPeriod, parseIsoDate, type PeriodUnit } from '../../lib/base/date.ts';
import { UsageError } from '../errors.ts';

const shapes: readonly [RegExp, PeriodUnit, string][] = [
	[/^\d{4}-\d{2}-\d{2}$/, 'day', ''],
	[/^\d{4}-\d{2}$/, 'month', '-01'],
	[/^\d{4}$/, 'year', '-01-01']
];

function periodOf(option: string, text: string): { start: number; unit: PeriodUnit } {
	const found = shapes.find(([shape]) => shape.test(text));
	const start = found ? parseIsoDate(text + found[2]) : null;
	if (found && start !== null) return { start, unit: found[1] };
	throw new UsageError(`--${option} is "${text}"; it must be a date such as 2024-05-27, 2024-05 or 2024.`);
}

/** The first day of a day, month or year, `YYYY-MM-DD`. */
export function firstDay(option: string, text: string): string {
	return isoDate(periodOf(option, text).start);
}

/** The last day of a day, month or year, `YYYY-MM-DD`. */
export function lastDay(option: string, text: string): string {
	const { start, unit } = periodOf(option, text);
	return isoDate(nextPeriod(start, unit) - 1);
}
