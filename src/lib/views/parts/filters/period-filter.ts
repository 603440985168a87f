import type { OffAxisKind, PeriodMark } from '../../../drawing/model.ts';
import { noFilters, type Filters, type RangeFilter } from '../../../queries/filters/filters.ts';
import { isRange, withRange, withUnknown } from './range-filter.ts';

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

/** The bar beside an axis of periods whose papers the filters let pass. */
export function chosenBeside({ date, dated }: Filters): OffAxisKind | null {
	if (date?.unknown) return 'undated';
	return dated.join() === 'year' ? 'coarse' : null;
}

/**
 * What a bar beside an axis of periods does when it is pressed: undated papers pass beside the others or no longer,
 * those dated by year only pass alone or no longer.
 */
export function pressedBeside(filters: Filters, kind: OffAxisKind): Partial<Filters> {
	const chosen = chosenBeside(filters) === kind;
	if (kind === 'undated') return { date: withUnknown(filters.date, !chosen), dated: noFilters.dated };
	return { date: null, dated: chosen ? noFilters.dated : ['year'] };
}
