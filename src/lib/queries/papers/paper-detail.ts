import { allPapers } from '../sql/all-papers.ts';
import type { ArrangedThemes } from '../../themes/arrange.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, nullable, oneOf, text, type Shape, type Statement } from '../../engine/statement.ts';
import type { PaperDetail, PaperListRow } from './paper-types.ts';
import { listColumns, listShape } from './papers.ts';
import { quoteInteger } from '../sql/quote.ts';
import { statedShape, statedSql } from './stated-columns.ts';
import { select } from '../sql/statement.ts';
import { partWith, tableIn } from '../sql/tables.ts';

type Facts = Omit<PaperDetail, 'abstract' | 'authors'>;

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

function authorsQuery(paperId: number, part: number): Statement<{ name: string }> {
	const from = `FROM ${tableIn('paper_authors', part)} WHERE paper_id = ${quoteInteger(paperId)} ORDER BY position`;
	return select({ name: text }, { name: 'name' }, from);
}

/**
 * Everything that is known of a paper; attaches the files of its texts and authors.
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
	const ofPart = async <R>(group: 'texts' | 'authors', query: (part: number) => Statement<R>) => {
		const file = partWith(files, group, paperId);
		if (!file) return [];
		await host.attach(file, signal);
		return run(host, query(file.part), signal);
	};
	const [texts, authors] = await Promise.all([
		ofPart('texts', (part) => abstractQuery(paperId, part)),
		ofPart('authors', (part) => authorsQuery(paperId, part))
	]);
	return { ...facts, abstract: texts[0]?.abstract ?? '', authors: authors.map(({ name }) => name) };
}
