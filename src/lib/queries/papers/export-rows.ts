import { allPapers } from '../sql/all-papers.ts';
import type { ArrangedThemes } from '../../themes/arrange.ts';
import { doiAddress } from '../../dataset/doi-address.ts';
import { listColumns, type ExportRow, type ListColumn } from '../../dataset/export-row.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import type { TableName } from '../../dataset/schema.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, nullable, oneOf, text, type Shape, type Statement } from '../../engine/statement.ts';
import type { Filters } from '../filters/filters.ts';
import { themeColumn } from '../filters/grouping.ts';
import { idsQuery, statedDate } from './papers.ts';
import { paperCondition } from '../filters/predicates.ts';
import { columnShape } from './stated-columns.ts';
import { select } from '../sql/statement.ts';
import { partsOf, tableIn } from '../sql/tables.ts';
import { rowsWithin, within, type Window } from './windows.ts';

type Facts = Omit<ExportRow, ListColumn | 'theme'>;

const maybeText = nullable(text);
const maybeNumber = nullable(number);

const shape: Shape<Facts> = {
	paper_id: number,
	...columnShape,
	title: text,
	abstract: text,
	team_size: maybeNumber,
	published: maybeText,
	date_precision: maybeText,
	theme_id: number,
	leaf_id: number,
	similarity: number,
	second_theme_id: maybeNumber,
	margin: number,
	x: number,
	y: number
};

const columns = {
	...(Object.fromEntries(Object.keys(shape).map((name) => [name, `p."${name}"`])) as Record<
		keyof Facts,
		string
	>),
	abstract: 'a.abstract',
	published: statedDate
};

/** Which papers an export holds, as conditions on `papers`. */
export interface SelectedPapers {
	filters: Filters;
	/** Table of paper ids; `null` for all. */
	matches: string | null;
	grouping: ArrangedThemes;
}

const idsWithin = ({ filters, matches, grouping }: SelectedPapers, window: Window) =>
	`SELECT paper_id FROM ${allPapers} ` +
	`WHERE paper_id ${within(window)} AND ${paperCondition(filters, matches, grouping)}`;

/** The selected papers of a window that lies inside one part of the texts, in the order of their ids. */
function exportQuery(selected: SelectedPapers, window: Window, part: number): Statement<Facts> {
	return select(
		shape,
		{ ...columns, theme_id: themeColumn(selected.grouping, 'p.leaf_id') },
		`FROM ${allPapers} p JOIN ${tableIn('paper_texts', part)} a ON a.paper_id = p.paper_id ` +
			`WHERE p.paper_id IN (${idsWithin(selected, window)}) ORDER BY p.paper_id`
	);
}

/** What the lists of an export are made of, table by table: the list that a row belongs to, and what stands there. */
interface ListTable {
	readonly table: TableName;
	readonly lists: readonly ListColumn[];
	/** SQL of a row's list and item; both of several lists where it has something for each. */
	readonly list: string;
	readonly item: string;
	/** Whether names that a paper has twice stand twice. */
	readonly repeats?: boolean;
}

const listTables: readonly ListTable[] = [
	{ table: 'paper_authors', lists: ['authors'], list: `'authors'`, item: 'name', repeats: true },
	{
		table: 'paper_keywords',
		lists: ['keywords', 'index_keywords'],
		list: `CASE kind WHEN 'author' THEN 'keywords' ELSE 'index_keywords' END`,
		item: 'keyword'
	},
	{
		table: 'paper_affiliations',
		lists: ['organisations', 'countries'],
		list: `unnest(['organisations', 'countries'])`,
		item: 'unnest([organisation, country])'
	}
];

interface ListRow {
	paper_id: number;
	list: ListColumn;
	items: string;
}

/** The lists of the selected papers of a window that one table holds, joined by `; `, from one part. */
function exportListQuery(
	selected: SelectedPapers,
	window: Window,
	{ table, lists, list, item, repeats = false }: ListTable,
	part: number
): Statement<ListRow> {
	const stated =
		`SELECT paper_id, ${list} AS list, ${item} AS item, position FROM ${tableIn(table, part)} ` +
		`WHERE paper_id IN (${idsWithin(selected, window)})`;
	const once =
		`SELECT paper_id, list, item, min(position) AS position FROM (${stated}) ` +
		`WHERE item IS NOT NULL GROUP BY paper_id, list, item`;
	const rows = repeats ? `SELECT * FROM (${stated}) WHERE item IS NOT NULL` : once;
	return select(
		{ paper_id: number, list: oneOf<ListColumn>(...lists), items: text },
		{ paper_id: 'paper_id', list: 'list', items: `string_agg(item, '; ' ORDER BY position)` },
		`FROM (${rows}) GROUP BY paper_id, list`
	);
}

const byList = <V>(make: (list: ListColumn) => V) =>
	Object.fromEntries(listColumns.map((list) => [list, make(list)])) as Record<ListColumn, V>;

/** Papers in a batch. */
const batch = 500;

/** The selected ids in windows of at most a batch, none of which crosses from one part of the texts to the next. */
function* windowsOf(ids: readonly number[], parts: readonly DatasetFile[]) {
	for (const file of parts) {
		const held = ids.filter((id) => id >= Number(file.first) && id <= Number(file.last));
		for (let start = 0; start < held.length; start += batch) {
			const window: Window = {
				first: held[start] as number,
				last: held.slice(start, start + batch).at(-1) as number
			};
			yield { file, window };
		}
	}
}

/** The lists of the selected papers of a window, by paper; attaches the files that hold them. */
async function listsOf(
	host: QueryHost,
	files: readonly DatasetFile[],
	selected: SelectedPapers,
	window: Window,
	signal?: AbortSignal
): Promise<Record<ListColumn, Map<number, string>>> {
	const found = byList(() => new Map<number, string>());
	for (const lists of listTables) {
		const query = (part: number) => exportListQuery(selected, window, lists, part);
		for (const row of await rowsWithin(host, files, lists.table, window, query, signal))
			found[row.list].set(row.paper_id, row.items);
	}
	return found;
}

/**
 * The selected papers with their texts and lists, in the order of their ids, in batches of some hundred. Each
 * file of texts and lists is attached when its first paper comes. A paper without an address has that of its DOI.
 */
export async function* exportRows(
	host: QueryHost,
	files: readonly DatasetFile[],
	selected: SelectedPapers,
	signal?: AbortSignal
): AsyncGenerator<readonly ExportRow[]> {
	const { filters, matches, grouping } = selected;
	const ids = (await run(host, idsQuery(filters, matches, grouping), signal)).map(({ paperId }) => paperId);
	const labels = new Map(grouping.themes.map(({ themeId, label }) => [themeId, label]));
	for (const { file, window } of windowsOf(ids, partsOf(files, 'texts'))) {
		await host.attach(file, signal);
		const rows = await run(host, exportQuery(selected, window, file.part), signal);
		const found = await listsOf(host, files, selected, window, signal);
		yield rows.map((row) => ({
			...row,
			url: row.url ?? doiAddress(row.doi),
			theme: labels.get(row.theme_id) as string,
			...byList((list) => found[list].get(row.paper_id) ?? '')
		}));
	}
}
