import type { Site } from '../../../state/site.ts';

/** Years of the dated papers: `2022–2025`, `2025`, or nothing without dates. */
export function yearWords(years: Site['years']): string {
	if (!years) return '';
	return years.first === years.last ? String(years.first) : `${years.first}–${years.last}`;
}
