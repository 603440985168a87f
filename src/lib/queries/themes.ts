import { run, type QueryHost } from '../dataset/query-host.ts';
import { flag, number, nullable, text, type Statement } from '../dataset/statement.ts';
import type { PaperListRow } from './paper-types.ts';
import { listColumns, listShape } from './papers.ts';
import { quoteInteger } from './quote.ts';
import { select } from './statement.ts';
import { tableIn } from './tables.ts';
import type { CurvePoint, ThemeDetail, ThemePart } from './theme-types.ts';

/** The published theme of each leaf: the first one on the way to the root, or the root. */
export function leafThemesQuery(): Statement<{ leafId: number; themeId: number }> {
	const themes = tableIn('themes');
	return select(
		{ leafId: number, themeId: number },
		{ leafId: 'leaf_id', themeId: 'theme_id' },
		'FROM up WHERE in_default OR parent_id IS NULL',
		`WITH RECURSIVE up(leaf_id, theme_id, parent_id, in_default) AS (` +
			`SELECT theme_id, theme_id, parent_id, in_default FROM ${themes} WHERE is_leaf UNION ALL ` +
			`SELECT up.leaf_id, t.theme_id, t.parent_id, t.in_default FROM up JOIN ${themes} t ` +
			`ON t.theme_id = up.parent_id WHERE NOT up.in_default) `
	);
}

type Facts = Omit<ThemeDetail, 'terms' | 'representatives' | 'neighbours' | 'parts'>;

const of = (themeId: number) => `theme_id = ${quoteInteger(themeId)}`;

export function themeFactsQuery(themeId: number): Statement<Facts> {
	return select(
		{
			themeId: number,
			label: text,
			size: number,
			cohesion: number,
			coherence: number,
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

export function representativesQuery(themeId: number): Statement<PaperListRow> {
	const columns = { ...listColumns, paperId: 'p.paper_id', themeId: 'p.theme_id' };
	return select(
		listShape,
		columns,
		`FROM ${tableIn('theme_representatives')} r JOIN ${tableIn('papers')} p ON p.paper_id = r.paper_id ` +
			`WHERE r.${of(themeId)} ORDER BY r.rank`
	);
}

export function neighboursQuery(themeId: number): Statement<{ themeId: number; similarity: number }> {
	return select(
		{ themeId: number, similarity: number },
		{ themeId: 'neighbour_id', similarity: 'similarity' },
		`FROM ${tableIn('theme_neighbours')} WHERE ${of(themeId)} ORDER BY rank`
	);
}

/** The leaves below a theme, largest first. */
export function partsQuery(themeId: number): Statement<ThemePart> {
	const themes = tableIn('themes');
	return select(
		{ themeId: number, label: text, size: number },
		{ themeId: 't.theme_id', label: 't.label', size: 't.size' },
		`FROM ${themes} t JOIN below ON below.theme_id = t.theme_id WHERE t.is_leaf ORDER BY t.size DESC, t.theme_id`,
		`WITH RECURSIVE below(theme_id) AS (SELECT theme_id FROM ${themes} WHERE ${of(themeId)} UNION ALL ` +
			`SELECT t.theme_id FROM ${themes} t JOIN below ON t.parent_id = below.theme_id) `
	);
}

/** @throws RangeError when there is no such theme */
export async function readTheme(
	host: QueryHost,
	themeId: number,
	signal?: AbortSignal
): Promise<ThemeDetail> {
	const [facts] = await run(host, themeFactsQuery(themeId), signal);
	if (!facts) throw new RangeError(`There is no theme ${themeId} in this dataset.`);
	const [terms, representatives, neighbours, parts] = await Promise.all([
		run(host, themeTermsQuery(themeId), signal),
		run(host, representativesQuery(themeId), signal),
		run(host, neighboursQuery(themeId), signal),
		run(host, partsQuery(themeId), signal)
	]);
	return { ...facts, terms, representatives, neighbours, parts };
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
