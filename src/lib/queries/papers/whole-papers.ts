import type { DatePrecision } from '../../base/date.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import type { Affiliation, Keyword, Paper } from '../../dataset/paper.ts';
import type { TableName } from '../../dataset/schema.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { nullable, number, oneOf, text, type Shape, type Statement } from '../../engine/statement.ts';
import { allPapers } from '../sql/all-papers.ts';
import { select } from '../sql/statement.ts';
import { partsOf, tableIn } from '../sql/tables.ts';
import { statedShape, statedSql } from './stated-columns.ts';
import { rowsWithin, within, type Window } from './windows.ts';

/** Papers in a batch. */
const batch = 1000;

type Facts = Omit<Paper, 'authors' | 'keywords' | 'affiliations'>;

const factShape: Shape<Facts> = {
	...statedShape,
	title: text,
	abstract: text,
	published: nullable(text),
	datePrecision: nullable(oneOf<DatePrecision>('day', 'month', 'year')),
	teamSize: nullable(number)
};

const factColumns = {
	...statedSql,
	title: 'p.title',
	abstract: 'abstract',
	published: 'CAST(published AS VARCHAR)',
	datePrecision: 'date_precision',
	teamSize: 'team_size'
};

const factQuery = (window: Window, part: number): Statement<Facts> =>
	select(
		factShape,
		factColumns,
		`FROM ${allPapers} p JOIN ${tableIn('paper_texts', part)} USING (paper_id) ` +
			`WHERE paper_id ${within(window)} ORDER BY paper_id`
	);

type Listed<V> = V & { paper_id: number };

const listQuery = <V>(
	table: TableName,
	shape: Shape<Listed<V>>,
	window: Window,
	part: number
): Statement<Listed<V>> =>
	select(
		shape,
		Object.fromEntries(Object.keys(shape).map((name) => [name, name])) as Record<keyof Listed<V>, string>,
		`FROM ${tableIn(table, part)} WHERE paper_id ${within(window)} ORDER BY paper_id, position`
	);

const authorShape = { paper_id: number, name: text };
const keywordShape = { paper_id: number, keyword: text, kind: oneOf<Keyword['kind']>('author', 'index') };
const affiliationShape = { paper_id: number, organisation: nullable(text), country: nullable(text) };

/** The rows of a list by the papers of a window, in their order there. */
async function listsOf<V>(
	host: QueryHost,
	files: readonly DatasetFile[],
	table: TableName,
	shape: Shape<Listed<V>>,
	window: Window
): Promise<(paper: number) => Listed<V>[]> {
	const lists = new Map<number, Listed<V>[]>();
	const query = (part: number) => listQuery(table, shape, window, part);
	for (const row of await rowsWithin(host, files, table, window, query)) {
		const list = lists.get(row.paper_id);
		if (list) list.push(row);
		else lists.set(row.paper_id, [row]);
	}
	return (paper) => lists.get(paper) ?? [];
}

function* windowsOf(file: DatasetFile): Generator<Window> {
	for (let first = Number(file.first); first <= Number(file.last); first += batch)
		yield { first, last: Math.min(first + batch - 1, Number(file.last)) };
}

async function papersOf(
	host: QueryHost,
	files: readonly DatasetFile[],
	window: Window,
	part: number
): Promise<readonly Paper[]> {
	const facts = await run(host, factQuery(window, part));
	const authors = await listsOf(host, files, 'paper_authors', authorShape, window);
	const keywords = await listsOf(host, files, 'paper_keywords', keywordShape, window);
	const affiliations = await listsOf(host, files, 'paper_affiliations', affiliationShape, window);
	return facts.map((fact, row) => {
		const id = window.first + row;
		return {
			...fact,
			authors: authors(id).map(({ name }) => name),
			keywords: keywords(id).map(({ keyword, kind }): Keyword => ({ keyword, kind })),
			affiliations: affiliations(id).map(({ organisation, country }): Affiliation => ({
				organisation,
				country
			}))
		};
	});
}

type Texts = Pick<Paper, 'title' | 'abstract'>;

/** Titles and abstracts of all papers, in the order of their ids. */
export async function paperTexts(
	host: QueryHost,
	files: readonly DatasetFile[],
	signal?: AbortSignal
): Promise<Texts[]> {
	const texts: Texts[] = [];
	for (const file of partsOf(files, 'texts')) {
		await host.attach(file, signal);
		const from = `FROM ${tableIn('paper_texts', file.part)} ORDER BY paper_id`;
		const all = select({ title: text, abstract: text }, { title: 'title', abstract: 'abstract' }, from);
		for (const row of await run(host, all, signal)) texts.push(row);
	}
	return texts;
}

/**
 * The papers of a dataset as their reader gave them, in the order of their ids, in batches. Each file of texts and
 * lists is attached when its first paper comes.
 */
export async function* wholePapers(
	host: QueryHost,
	files: readonly DatasetFile[]
): AsyncGenerator<readonly Paper[]> {
	for (const file of partsOf(files, 'texts')) {
		await host.attach(file);
		for (const window of windowsOf(file)) yield await papersOf(host, files, window, file.part);
	}
}
