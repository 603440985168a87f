import { formatPapers, formatNumber } from '../../../format/format.ts';
import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import type { PartOfCorpus } from '../../../worker/client.ts';

/** Of the papers marked in a corpus, those that are marked among them. */
function marksWithin(outer: Uint8Array | null, inner: Uint8Array): Uint8Array<ArrayBuffer> {
	if (outer === null) return Uint8Array.from(inner);
	let place = 0;
	return Uint8Array.from(outer, (mark) => (mark === 1 ? (inner[place++] ?? 0) : 0));
}

const countMarks = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + mark, 0);

/**
 * What filters leave of a dataset, as the part of its corpus to look for themes in.
 * @param outer the part that the dataset was made of, if it was not made of all
 * @param passing for each of its papers 1 when it passes the filters
 */
export function partOf(
	fingerprint: string,
	filters: Filters,
	outer: Uint8Array | null,
	passing: Uint8Array
): PartOfCorpus {
	const marks = marksWithin(outer, passing);
	const words = formatFilters(filters).map(([name, value]) => `${name}=${value}`);
	return {
		marks,
		stated: { only: words, onlyOf: fingerprint },
		notice: `Themes were looked for in ${formatPapers(countMarks(marks))} of ${formatNumber(passing.length)}: those that filters (${words.join(', ')}) left of the dataset ${fingerprint}.`
	};
}
