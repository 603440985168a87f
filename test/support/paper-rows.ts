import type { PaperDetail, PaperListRow } from '../../src/lib/queries/papers/paper-types.ts';

/** A listed paper of which only what a test is about needs saying. */
export function listRow(facts: Partial<PaperListRow> = {}): PaperListRow {
	return {
		paperId: 0,
		title: 'A title',
		published: null,
		teamSize: null,
		themeId: 3,
		similarity: 0.5,
		comments: null,
		upvotes: null,
		citations: null,
		references: null,
		...facts
	};
}

/** All of a paper, of which only what a test is about needs saying. */
export function paperDetail(facts: Partial<PaperDetail> = {}): PaperDetail {
	return {
		...listRow(),
		sourceId: null,
		doi: null,
		abstract: 'An abstract.',
		authors: [],
		keywords: [],
		affiliations: [],
		datePrecision: null,
		organisation: null,
		venue: null,
		url: null,
		type: null,
		language: null,
		volume: null,
		issue: null,
		pages: null,
		leafId: 9,
		secondThemeId: null,
		margin: 0.2,
		x: 0,
		y: 0,
		...facts
	};
}
