import { allPapers } from '../sql/all-papers.ts';
import type { ArrangedThemes } from '../../themes/arrange.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, nullable, oneOf, text, type Shape, type Statement } from '../../engine/statement.ts';
import type { Affiliation, Keyword } from '../../dataset/paper.ts';
import type { FileGroup, TableName } from '../../dataset/schema.ts';
import type { PaperDetail, PaperListRow } from './paper-types.ts';
import { listColumns, listShape } from './papers.ts';
import { quoteInteger } from '../sql/quote.ts';
import { statedShape, statedSql } from './stated-columns.ts';
import { select } from '../sql/statement.ts';
import { partWith, tableIn } from '../sql/tables.ts';

type Facts = Omit<PaperDetail, 'abstract' | 'authors' | 'keywords' | 'affiliations'>;

const shape: Shape<Facts> = {
	...listShape,
	...statedShape,
	datePrecision: nullable(oneOf('day', 'month', 'year')),
	leafId: number,
	secondThemeId: nullable(number),
	margin: number,
	x: number,
	y: number
};

const ownColumns: { readonly [C in Exclude<keyof Facts, keyof PaperListRow>]: string } = {
	...statedSql,
	datePrecision: 'date_precision',
	leafId: 'leaf_id',
	secondThemeId: 'second_theme_id',
	margin: 'margin',
	x: 'x',
	y: 'y'
};

function paperFactsQuery(paperId: number, grouping: ArrangedThemes): Statement<Facts> {
	const columns = { ...listColumns(grouping), ...ownColumns };
	return select(shape, columns, `FROM ${allPapers} WHERE paper_id = ${quoteInteger(paperId)}`);
}

function abstractQuery(paperId: number, part: number): Statement<{ abstract: string }> {
	const from = `FROM ${tableIn('paper_texts', part)} WHERE paper_id = ${quoteInteger(paperId)}`;
	return select({ abstract: text }, { abstract: 'abstract' }, from);
}

const listOf = (table: TableName, paperId: number, part: number) =>
	`FROM ${tableIn(table, part)} WHERE paper_id = ${quoteInteger(paperId)} ORDER BY position`;

function authorsQuery(paperId: number, part: number): Statement<{ name: string }> {
	return select({ name: text }, { name: 'name' }, listOf('paper_authors', paperId, part));
}

function keywordsQuery(paperId: number, part: number): Statement<Keyword> {
	const columns = { keyword: 'keyword', kind: 'kind' };
	const shape = { keyword: text, kind: oneOf('author', 'index') };
	return select(shape, columns, listOf('paper_keywords', paperId, part));
}

function affiliationsQuery(paperId: number, part: number): Statement<Affiliation> {
	const columns = { organisation: 'organisation', country: 'country' };
	const shape = { organisation: nullable(text), country: nullable(text) };
	return select(shape, columns, listOf('paper_affiliations', paperId, part));
}

/**
 * Everything that is known of a paper; attaches the files of its texts, authors, keywords and affiliations.
 * @throws RangeError when there is no such paper
 */
export async function readPaper(
	host: QueryHost,
	files: readonly DatasetFile[],
	paperId: number,
	grouping: ArrangedThemes,
	signal?: AbortSignal
): Promise<PaperDetail> {
	const [facts] = await run(host, paperFactsQuery(paperId, grouping), signal);
	if (!facts) throw new RangeError(`There is no paper ${paperId} in this dataset.`);
	const ofPart = async <R>(group: FileGroup, query: (part: number) => Statement<R>) => {
		const file = partWith(files, group, paperId);
		if (!file) return [];
		await host.attach(file, signal);
		return run(host, query(file.part), signal);
	};
	const [texts, authors, keywords, affiliations] = await Promise.all([
		ofPart('texts', (part) => abstractQuery(paperId, part)),
		ofPart('authors', (part) => authorsQuery(paperId, part)),
		ofPart('keywords', (part) => keywordsQuery(paperId, part)),
		ofPart('affiliations', (part) => affiliationsQuery(paperId, part))
	]);
	const names = authors.map(({ name }) => name);
	return { ...facts, abstract: texts[0]?.abstract ?? '', authors: names, keywords, affiliations };
}
