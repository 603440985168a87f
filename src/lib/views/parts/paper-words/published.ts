import { formatDate } from '../../../format/format.ts';

const precisions = new Map([
	[4, 'year'],
	[7, 'month'],
	[10, 'day']
] as const);

/** A date as precise as its source, in words: `2024-03` becomes `Mar 2024`; `undated` without one. */
export function publishedWords(published: string | null): string {
	if (published === null) return 'undated';
	const precision = precisions.get(published.length as 4 | 7 | 10);
	return precision ? formatDate(`${published}-01-01`.slice(0, 10), precision) : published;
}
