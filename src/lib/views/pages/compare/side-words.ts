import type { Filters } from '../../../queries/filters/filters.ts';
import { filterChips } from '../../parts/filters/filter-chips.ts';

/** What a side holds, in words: `2023, “reward”`; all papers where nothing narrows it. */
export function sideWords(filters: Filters, labelOf: (themeId: number) => string): string {
	const words = filterChips(filters, labelOf).map(({ label }) => label);
	return words.length === 0 ? 'all papers' : words.join(', ');
}
