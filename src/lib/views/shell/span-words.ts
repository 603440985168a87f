import type { Site } from '../../state/site.ts';

/** Years that the dated papers span: `2022–2025`, `2025`, or nothing without dates. */
export function spanWords(span: Site['span']): string {
	if (!span) return '';
	const first = String(Number(span.first.slice(0, 4)));
	const last = String(Number(span.last.slice(0, 4)));
	return first === last ? first : `${first}–${last}`;
}
