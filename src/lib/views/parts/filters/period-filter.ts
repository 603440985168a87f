import type { PeriodMark } from '../../../drawing/model.ts';
import type { Filters, RangeFilter } from '../../../queries/filters/filters.ts';
import { isRange, withRange } from './range-filter.ts';

/** The filter's range of days as a chart's brush shows it; open ends reach beyond any date. */
export function dateBrush(filter: RangeFilter<string> | null): { from: string; to: string } | null {
	const range = filter?.range;
	return range ? { from: range.from ?? '0000-01-01', to: range.to ?? '9999-12-31' } : null;
}

/** Days that a brush covers, as a filter, however finely papers are dated; nothing where it covers everything. */
export function brushedDates(filters: Filters, days: { from: string; to: string } | null): Partial<Filters> {
	return { date: withRange(filters.date, days), dated: [] };
}

/** One period alone; pressed again, any date. */
export function pressedPeriod({ date }: Filters, { start, end }: PeriodMark): Partial<Filters> {
	const range = { from: start, to: end };
	return { date: withRange(date, isRange(date, range) ? null : range), dated: [] };
}
