import type { OffAxisKind } from '../../../drawing/model.ts';
import { noFilters, type Filters } from '../../../queries/filters/filters.ts';
import { withUnknown } from './range-filter.ts';

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
