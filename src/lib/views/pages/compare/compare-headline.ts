import { formatShare } from '../../../format/format.ts';
import type { PairedRow } from './paired-rows.ts';

/** The theme that differs most between the sides, if one clearly does. */
export function compareHeadline(rows: readonly PairedRow[], all: readonly [number, number]): string {
	const clear = rows.find(({ certainty }) => certainty === 'very sure' || certainty === 'fairly sure');
	if (!clear) return 'No theme clearly differs between the sides';
	const label = clear.label.includes(',') ? `“${clear.label}”` : clear.label;
	const shares = `${formatShare(clear.first, all[0])} of A, ${formatShare(clear.second, all[1])} of B`;
	return `The largest difference is in ${label}: ${shares}`;
}
