import { ThemeTree, type ThemeNode } from '../../dataset/theme-tree.ts';
import { number, nullable, oneOf, type Shape, type Statement } from '../../engine/statement.ts';
import type { ArrangedThemes } from '../../themes/arrange.ts';
import { inThemes, themeColumn } from '../filters/grouping.ts';
import { paperCondition } from '../filters/predicates.ts';
import type { SelectedPapers } from '../papers/export-rows.ts';
import { listColumns, listShape } from '../papers/papers.ts';
import { allPapers } from '../sql/all-papers.ts';
import { quoteInteger } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';
import { nearness } from '../themes/theme-pairs.ts';
import {
	measures,
	readingKinds,
	type Measure,
	type ReadingBasis,
	type ReadingKind,
	type ReadingPaper
} from './reading-types.ts';

/** Those that more than this share of their theme is nearer to the centre than are its far ones. */
const farShare = 0.95;

interface Counted extends Record<Measure, number>, Record<`most_${Measure}`, number> {
	papers: number;
	dated: number;
	until: number | null;
}

/**
 * How many of the selected papers state what, the most that is stated, and the last year of the older ones: the
 * year that halves them, or the one before the newest of the corpus, so that nothing of the newest counts as old.
 */
export function statedQuery({ filters, matches, grouping }: SelectedPapers): Statement<Counted> {
	const each = <V>(make: (measure: Measure) => V) =>
		Object.fromEntries(measures.flatMap((measure) => [[measure, make(measure)]])) as Record<Measure, V>;
	const most = <V>(make: (measure: Measure) => V) =>
		Object.fromEntries(measures.map((measure) => [`most_${measure}`, make(measure)])) as Record<
			`most_${Measure}`,
			V
		>;
	return select(
		{
			papers: number,
			dated: number,
			until: nullable(number),
			...each(() => number),
			...most(() => number)
		},
		{
			papers: 'CAST(count(*) AS INTEGER)',
			dated: 'CAST(count(published) AS INTEGER)',
			until:
				'CAST(CASE WHEN count(published) > 0 THEN least(quantile_disc(year(published), 0.5), ' +
				`(SELECT max(year(published)) FROM ${allPapers}) - 1) END AS INTEGER)`,
			...each((measure) => `CAST(count(${measure}) AS INTEGER)`),
			...most((measure) => `coalesce(max(${measure}), 0)`)
		},
		`FROM ${allPapers} WHERE ${paperCondition(filters, matches, grouping)}`
	);
}

/** SQL for a node of the tree as the theme of the arrangement that holds it; itself where it is split. */
function heldBy(node: string, tree: readonly ThemeNode[], { themeOfLeaf }: ArrangedThemes): string {
	const nodes = new ThemeTree(tree);
	const themes = tree.map(({ themeId }) => {
		const [first, ...others] = new Set(nodes.leavesOf(themeId).map((leaf) => themeOfLeaf[leaf]));
		return others.length === 0 && first !== undefined ? first : themeId;
	});
	return `([${themes.map(quoteInteger).join(', ')}])[${node} + 1]`;
}

/**
 * Each amount of a year, by how many papers of the corpus have more and how many the same. Percentiles are Hazen's,
 * 1 - (place - 0.5) / peers, where equal papers share the mean of their places: Bornmann, Leydesdorff and Mutz (2013),
 * The use of percentiles and percentile rank classes in the analysis of bibliometric data, J. Informetrics 7, 158-165.
 */
const standing = (measure: Measure) =>
	`standing AS (SELECT year, amount, n AS tied, ` +
	`CAST(sum(n) OVER (PARTITION BY year ORDER BY amount DESC) AS INTEGER) - n + 1 AS place, ` +
	`CAST(sum(n) OVER (PARTITION BY year) AS INTEGER) AS peers ` +
	`FROM (SELECT year(published) AS year, ${measure} AS amount, CAST(count(*) AS INTEGER) AS n ` +
	`FROM ${allPapers} WHERE ${measure} IS NOT NULL GROUP BY ALL))`;

/** Each paper's place in its theme, by its similarity to the theme's centre. */
function near({ filters, grouping }: SelectedPapers): string {
	const some = filters.themes.length > 0 ? ` AND ${inThemes(grouping, filters.themes)}` : '';
	return (
		`near AS (SELECT paper_id, ` +
		`CAST(rank() OVER (PARTITION BY theme ORDER BY similarity DESC) AS INTEGER) AS near_place, ` +
		`CAST(count(*) OVER (PARTITION BY theme) AS INTEGER) AS near_of ` +
		`FROM (SELECT paper_id, similarity, ${themeColumn(grouping)} AS theme ` +
		`FROM ${allPapers} WHERE similarity > 0${some}))`
	);
}

/** What lists choose and order by, a row for each selected paper. `central` and `cited` are percentiles, 0 to 1. */
function features(selected: SelectedPapers, measure: Measure | null, tree: readonly ThemeNode[]): string {
	const { filters, matches, grouping } = selected;
	const counted = measure
		? `${measure} AS amount, place, tied, peers, 1 - (place + (tied - 1) / 2 - 0.5) / peers AS cited`
		: ['amount', 'place', 'tied', 'peers', 'cited'].map((name) => `CAST(NULL AS INTEGER) AS ${name}`).join();
	const peers = measure
		? ` LEFT JOIN standing ON amount = ${measure} AND year IS NOT DISTINCT FROM year(published)`
		: '';
	return (
		`features AS MATERIALIZED (SELECT paper_id, published AS day, date_precision AS fineness, ` +
		`has_abstract AS abstracted, CAST(similarity AS DOUBLE) AS own, CAST(margin AS DOUBLE) AS gap, ` +
		`${themeColumn(grouping)} AS theme, ${heldBy('second_theme_id', tree, grouping)} AS second, ` +
		`near_place, near_of, 1 - (near_place - 0.5) / near_of AS central, ${counted} ` +
		`FROM ${allPapers} LEFT JOIN near USING (paper_id)${peers} ` +
		`WHERE ${paperCondition(filters, matches, grouping)})`
	);
}

const dates =
	`dates AS (SELECT day, fineness, n AS same, ` +
	`CAST(sum(n) OVER (ORDER BY day DESC) - sum(n) OVER (PARTITION BY day) AS INTEGER) AS newer ` +
	`FROM (SELECT day, fineness, CAST(count(*) AS INTEGER) AS n FROM features WHERE day IS NOT NULL GROUP BY ALL))`;

interface List {
	where: string;
	/** Before the ids. */
	order: string;
	/** The first of each of these come before the second of any. */
	turns?: string;
}

/**
 * What is on each list, and in which order; equal papers by id.
 * - start: above 0 by the measure, ordered by the lower of two percentiles, how near to the theme's centre among the
 *   papers of the theme and how cited among those of the year; themes take turns. Without a measure, how near.
 * - classics: above 0 and of the older half of years, ordered by the percentile among the papers of the year. Without
 *   a measure, the earliest of the nearer half of each theme.
 * - newest: by the first day of the stated date, equal dates by how near.
 * - bridges: the second theme at least 0.9 times as near as the own one, ordered by how near the second is; pairs of
 *   themes take turns.
 * - outliers: with an abstract and among the 5 % of their theme that are farthest from its centre, ordered by the
 *   percentile among the papers of the year, then farthest first.
 */
function listsOf(measure: Measure | null, until: number | null): Record<ReadingKind, List> {
	const known = 'amount > 0';
	const old = until === null ? 'false' : `year(day) <= ${quoteInteger(until)}`;
	return {
		start: {
			where: measure ? `central IS NOT NULL AND ${known}` : 'central IS NOT NULL',
			order: measure ? 'least(central, cited) DESC' : 'central DESC',
			turns: 'theme'
		},
		classics: measure
			? { where: `${known} AND ${old}`, order: 'cited DESC, amount DESC' }
			: { where: 'central >= 0.5 AND day IS NOT NULL', order: 'day, central DESC' },
		newest: { where: 'day IS NOT NULL', order: 'day DESC, central DESC NULLS LAST' },
		bridges: {
			where: `own > 0 AND second <> theme AND gap <= (1 - ${nearness}) * own`,
			order: 'own - gap DESC',
			turns: 'least(theme, second), greatest(theme, second)'
		},
		outliers: {
			where: `abstracted AND near_place > ${farShare} * near_of`,
			order: 'cited DESC NULLS LAST, central'
		}
	};
}

function listSql(kind: ReadingKind, { where, order, turns }: List, count: number): string {
	const turn = turns ? `row_number() OVER (PARTITION BY ${turns} ORDER BY ${order}, paper_id)` : '1';
	const whole = `ORDER BY turn, ${order}, paper_id`;
	return (
		`(SELECT '${kind}' AS list, paper_id, row_number() OVER (${whole}) AS rank ` +
		`FROM (SELECT *, ${turn} AS turn FROM features WHERE ${where}) ${whole} LIMIT ${quoteInteger(count)})`
	);
}

export interface ReadingRow extends ReadingPaper {
	list: ReadingKind;
}

const shape: Shape<ReadingRow> = {
	...listShape,
	list: oneOf(...readingKinds),
	amount: nullable(number),
	place: nullable(number),
	tied: nullable(number),
	peers: nullable(number),
	nearPlace: nullable(number),
	nearOf: nullable(number),
	newer: nullable(number),
	sameDate: nullable(number),
	secondThemeId: nullable(number),
	secondSimilarity: nullable(number)
};

/** The first `count` papers of every list, list after list in the order of their names. */
export function readingListsQuery(
	selected: SelectedPapers,
	{ measure, until }: Pick<ReadingBasis, 'measure' | 'until'>,
	tree: readonly ThemeNode[],
	count: number
): Statement<ReadingRow> {
	const lists = listsOf(measure, until);
	const picked = readingKinds.map((kind) => listSql(kind, lists[kind], count)).join(' UNION ALL ');
	const tables = [
		...(measure ? [standing(measure)] : []),
		near(selected),
		features(selected, measure, tree),
		dates,
		`picked AS (${picked})`
	];
	const columns = {
		...listColumns(selected.grouping),
		list: 'list',
		amount: 'amount',
		place: 'place',
		tied: 'tied',
		peers: 'peers',
		nearPlace: 'near_place',
		nearOf: 'near_of',
		newer: 'newer',
		sameDate: 'same',
		secondThemeId: 'second',
		secondSimilarity: 'CASE WHEN second IS NULL THEN NULL ELSE own - gap END'
	};
	return select(
		shape,
		columns,
		`FROM ${allPapers} JOIN picked USING (paper_id) JOIN features USING (paper_id) ` +
			`LEFT JOIN dates USING (day, fineness) ORDER BY list, rank`,
		`WITH ${tables.join(', ')} `
	);
}
