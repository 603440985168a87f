import { formatShare } from '../../../format/format.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import { filterChips } from '../../parts/filters/filter-chips.ts';
import type { PairedRow } from './paired-rows.ts';

/** What a side holds, in words: `2023, “reward”`; all papers where nothing narrows it. */
export function sideWords(filters: Filters, labelOf: (themeId: number) => string): string {
	const words = filterChips(filters, labelOf).map(({ label }) => label);
	return words.length === 0 ? 'all papers' : words.join(', ');
}

/** The theme that differs most between the sides, if one clearly does. */
export function compareHeadline(rows: readonly PairedRow[], all: readonly [number, number]): string {
	const clear = rows.find(({ certainty }) => certainty === 'very sure' || certainty === 'fairly sure');
	if (!clear) return 'No theme clearly differs between the sides';
	const label = clear.label.includes(',') ? `“${clear.label}”` : clear.label;
	const shares = `${formatShare(clear.first, all[0])} of A, ${formatShare(clear.second, all[1])} of B`;
	return `The largest difference is in ${label}: ${shares}`;
}
