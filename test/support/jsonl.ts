import type { Paper } from '../../src/lib/dataset/paper.ts';

/** Papers as JSON Lines in the usual names, dates as precise as they are known. */
export function toJsonl(papers: readonly Paper[]): string {
	const precision = { year: 4, month: 7, day: 10 };
	return papers
		.map((paper) =>
			JSON.stringify({
				id: paper.sourceId,
				title: paper.title,
				abstract: paper.abstract,
				authors: paper.authors.length > 0 ? paper.authors : paper.teamSize,
				date: paper.datePrecision && paper.published?.slice(0, precision[paper.datePrecision]),
				venue: paper.venue,
				organization: paper.organisation,
				url: paper.url
			})
		)
		.join('\n');
}
