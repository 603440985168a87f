import { allPapers } from '../sql/all-papers.ts';
import type { ArrangedThemes } from '../../themes/arrange.ts';
import { flag, number, nullable, text, type Statement } from '../../engine/statement.ts';
import { themeColumn } from '../filters/grouping.ts';
import type { PaperListRow } from '../papers/paper-types.ts';
import { listColumns, listShape } from '../papers/papers.ts';
import { quoteInteger } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';
import { tableIn } from '../sql/tables.ts';
import type { CurvePoint, ThemeDetail } from './theme-types.ts';

export type ThemeFacts = Omit<ThemeDetail, 'terms' | 'representatives' | 'parts'>;

const of = (themeId: number) => `theme_id = ${quoteInteger(themeId)}`;

export function themeFactsQuery(themeId: number): Statement<ThemeFacts> {
	return select(
		{
			themeId: number,
			label: text,
			size: number,
			cohesion: number,
			coherence: nullable(number),
			stability: nullable(number)
		},
		{
			themeId: 'theme_id',
			label: 'label',
			size: 'size',
			cohesion: 'cohesion',
			coherence: 'coherence',
			stability: 'stability'
		},
		`FROM ${tableIn('themes')} WHERE ${of(themeId)}`
	);
}

export function themeTermsQuery(themeId: number): Statement<{ term: string; weight: number }> {
	return select(
		{ term: text, weight: number },
		{ term: 'term', weight: 'weight' },
		`FROM ${tableIn('theme_terms')} WHERE ${of(themeId)} ORDER BY rank`
	);
}

export function representativesQuery(themeId: number, grouping: ArrangedThemes): Statement<PaperListRow> {
	const columns = {
		...listColumns(grouping),
		paperId: 'p.paper_id',
		themeId: themeColumn(grouping, 'p.leaf_id')
	};
	return select(
		listShape,
		columns,
		`FROM ${tableIn('theme_representatives')} r JOIN ${allPapers} p ON p.paper_id = r.paper_id ` +
			`WHERE r.${of(themeId)} ORDER BY r.rank`
	);
}

/** The title of the most typical paper of each of some nodes, where that has one. */
export function typicalTitlesQuery(
	nodes: readonly number[]
): Statement<{ themeId: number; paperId: number; title: string }> {
	return select(
		{ themeId: number, paperId: number, title: text },
		{ themeId: 'r.theme_id', paperId: 'p.paper_id', title: 'p.title' },
		`FROM ${tableIn('theme_representatives')} r JOIN ${allPapers} p ON p.paper_id = r.paper_id ` +
			`WHERE r.rank = 1 AND r.theme_id IN (${nodes.map(quoteInteger).join(', ')}) ORDER BY r.theme_id`
	);
}

/** The published themes nearest to one of them, most similar first. */
export function neighboursQuery(themeId: number): Statement<{ themeId: number; similarity: number }> {
	return select(
		{ themeId: number, similarity: number },
		{ themeId: 'neighbour_id', similarity: 'similarity' },
		`FROM ${tableIn('theme_neighbours')} WHERE ${of(themeId)} ORDER BY rank`
	);
}

/** The leaf of every paper, in the order of the ids. */
export function leavesQuery(): Statement<{ leaf: number }> {
	return select({ leaf: number }, { leaf: 'leaf_id' }, `FROM ${allPapers} ORDER BY paper_id`);
}

/** The candidate numbers of themes, ascending. */
export function curveQuery(): Statement<CurvePoint> {
	return select(
		{
			k: number,
			silhouette: number,
			calinskiHarabasz: number,
			stability: nullable(number),
			chosen: flag
		},
		{
			k: 'k',
			silhouette: 'silhouette',
			calinskiHarabasz: 'calinski_harabasz',
			stability: 'stability',
			chosen: 'chosen'
		},
		`FROM ${tableIn('k_curve')} ORDER BY k`
	);
}
