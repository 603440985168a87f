import type { ExportRow } from '../../src/lib/dataset/export-row.ts';

/** An exported paper of which only what a test is about needs saying. */
export function exportRow(facts: Partial<ExportRow> = {}): ExportRow {
	return {
		paper_id: 0,
		source_id: null,
		doi: null,
		title: 'A title',
		abstract: 'An abstract.',
		authors: '',
		team_size: null,
		published: null,
		date_precision: null,
		organisation: null,
		venue: null,
		url: null,
		type: null,
		language: null,
		volume: null,
		issue: null,
		pages: null,
		comments: null,
		upvotes: null,
		citations: null,
		references: null,
		theme_id: 3,
		theme: 'safety alignment',
		leaf_id: 9,
		similarity: Math.fround(0.3),
		second_theme_id: 1,
		margin: Math.fround(-0.05),
		x: 0,
		y: 1,
		keywords: '',
		index_keywords: '',
		organisations: '',
		countries: '',
		...facts
	};
}

const pieces = [
	...['=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '"', '""', ',', ';', "'", ' ', '\u00a0', '＝'],
	...['word', 'naïve', '語', '😀', '🏳️‍🌈', '\\', '{', '}', '$', '%', '\u2028', '0', 'and', '|']
];

/** Texts of awkward pieces in any order, the same at every run (Park and Miller's generator). */
export function awkwardTexts(count: number, seed = 11): string[] {
	let state = seed;
	const below = (limit: number) => (state = (state * 48271) % 2147483647) % limit;
	return Array.from({ length: count }, () =>
		Array.from({ length: below(7) }, () => pieces[below(pieces.length)]).join('')
	);
}
