import { formatNumber, formatPapers } from '../../../format/format.ts';
import type { Moved } from '../../../state/rearrange.ts';

/** `8 themes`, `1 theme`. */
export function themesWords(count: number): string {
	return count === 1 ? '1 theme' : `${formatNumber(count)} themes`;
}

/** What a change of the themes did to the filter by themes; nothing when the same papers pass. */
export function movedWords(moved: Moved | null): string {
	if (!moved) return '';
	const { before, after } = moved;
	if (after === 0) {
		return `The filter by theme was dropped: no theme has most of its ${formatPapers(before)} now.`;
	}
	return `The filter by theme now stands for ${formatPapers(after)} instead of ${formatNumber(before)}.`;
}

/** Merges that wait until there are more themes. */
export function restingWords(resting: number): string {
	if (resting === 0) return '';
	const what = resting === 1 ? 'One merge waits' : `${formatNumber(resting)} merges wait`;
	return `${what} until there are enough themes again.`;
}
