import type { DatasetFile, NameDimension } from '../../dataset/manifest.ts';
import { tables, type FileGroup, type TableName } from '../../dataset/schema.ts';
import { allPapers } from './all-papers.ts';
import { quoteTexts } from './quote.ts';
import { partsOf, tableIn } from './tables.ts';

interface Place {
	/** Column of `papers` that holds a value. */
	readonly own?: string;
	/** Column of a table of which a paper has any number of rows. */
	readonly listed?: { readonly table: TableName; readonly column: string };
}

const places: Readonly<Record<NameDimension, Place>> = {
	organisation: { own: 'organisation', listed: { table: 'paper_affiliations', column: 'organisation' } },
	venue: { own: 'venue' },
	author: { listed: { table: 'paper_authors', column: 'name' } },
	keyword: { listed: { table: 'paper_keywords', column: 'keyword' } },
	country: { listed: { table: 'paper_affiliations', column: 'country' } }
};

/** Files that hold the values of a dimension besides `papers`; a dataset of an earlier version may have none. */
export function filesOfNames(files: readonly DatasetFile[], dimension: NameDimension): DatasetFile[] {
	const { listed } = places[dimension];
	return listed ? partsOf(files, tables[listed.table].group as FileGroup) : [];
}

const values = (column: string, from: string, place: string) =>
	`SELECT paper_id, ${column} AS value, ${place} AS place FROM ${from} WHERE ${column} IS NOT NULL`;
const noValues =
	`SELECT CAST(NULL AS INTEGER) AS paper_id, CAST(NULL AS VARCHAR) AS value, CAST(NULL AS INTEGER) AS place ` +
	`WHERE false`;

/** SQL of the values that papers state, `paper_id`, `value` and `place` in source order, some maybe more than once. */
export function statedValues(dimension: NameDimension, files: readonly DatasetFile[]): string {
	return statedInPieces(dimension, files).join(' UNION ALL ');
}

/** The same in pieces, of which each has all values of its papers. */
export function statedInPieces(dimension: NameDimension, files: readonly DatasetFile[]): string[] {
	const { own, listed } = places[dimension];
	const lists = filesOfNames(files, dimension).map(({ part }) =>
		values(listed!.column, tableIn(listed!.table, part), 'position')
	);
	if (own === undefined) return lists.length > 0 ? lists : [noValues];
	return [[values(own, allPapers, '0'), ...lists].join(' UNION ALL ')];
}

/** Condition on a paper's id: it states one of the values, or, where the empty one is among them, none at all. */
export function namesClause(
	dimension: NameDimension,
	wanted: readonly string[],
	files: readonly DatasetFile[]
): string {
	const stated = wanted.filter((value) => value !== '');
	const all = `SELECT paper_id FROM (${statedValues(dimension, files)})`;
	const clauses = [
		...(stated.length > 0 ? [`paper_id IN (${all} WHERE value IN ${quoteTexts(stated)})`] : []),
		...(stated.length < wanted.length ? [`paper_id NOT IN (${all})`] : [])
	];
	return `(${clauses.join(' OR ')})`;
}
