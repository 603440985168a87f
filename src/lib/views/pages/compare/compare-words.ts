import { isClear } from '../../../analysis/share-comparison.ts';
import { formatNumber, formatShare } from '../../../format/format.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import { filterChips } from '../../parts/filters/filter-chips.ts';
import type { PairedRow } from './paired-rows.ts';

/** What a side holds, in words: `2023, “reward”`; all papers where nothing narrows it. */
export function sideWords(filters: Filters, labelOf: (themeId: number) => string): string {
	const words = filterChips(filters, labelOf).map(({ label }) => label);
	return words.length === 0 ? 'all papers' : words.join(', ');
}

/** The theme that differs most between the sides of those that clearly do; two that differ as much are named both. */
export function compareHeadline(rows: readonly PairedRow[], all: readonly [number, number]): string {
	const clear = rows.filter(isClear);
	const size = ({ change }: PairedRow) => Math.abs(change.difference);
	const most = Math.max(...clear.map(size));
	const [first, second, third] = clear.filter((row) => most - size(row) < 1e-12);
	if (!first) return 'No theme clearly differs between the sides';
	const label = (row: PairedRow) => (row.label.includes(',') ? `“${row.label}”` : row.label);
	const shares = (row: PairedRow) =>
		`${formatShare(row.first, all[0])} of A, ${formatShare(row.second, all[1])} of B`;
	if (!second) return `The largest clear difference is in ${label(first)}: ${shares(first)}`;
	if (third)
		return `No clear difference is larger than ${formatNumber(100 * most, 1)} points, that of several themes`;
	return `The largest clear differences are in ${label(first)}: ${shares(first)}; and in ${label(second)}: ${shares(second)}`;
}
