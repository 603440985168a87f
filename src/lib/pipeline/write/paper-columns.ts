import { parseIsoDate } from '../../base/date.ts';
import { fieldNames, fields, type StatedColumns } from '../../dataset/fields.ts';
import type { Paper } from '../../dataset/paper.ts';
import type { Batch } from '../../dataset/rows.ts';
import type { Assignment } from '../model.ts';

/** What papers state, column by column. */
function stated(papers: readonly Paper[]) {
	const columns = fieldNames.map((name) => [fields[name].column, papers.map((paper) => paper[name])]);
	return Object.fromEntries(columns) as { [C in keyof StatedColumns]: StatedColumns[C][] };
}

/** The rows of the table `papers`; the first paper's id is given. */
export function paperColumns(
	papers: readonly Paper[],
	firstId: number,
	assignment: Assignment
): Batch<'papers'> {
	const second = Array.from(assignment.secondThemeId, (id) => (id < 0 ? null : id));
	return {
		length: papers.length,
		columns: {
			paper_id: Int32Array.from(papers, (_, index) => firstId + index),
			...stated(papers),
			title: papers.map(({ title }) => title),
			has_abstract: papers.map(({ abstract }) => abstract !== ''),
			published: papers.map(({ published }) => (published === null ? null : parseIsoDate(published))),
			date_precision: papers.map(({ datePrecision }) => datePrecision),
			team_size: papers.map(({ teamSize }) => teamSize),
			theme_id: assignment.themeId,
			leaf_id: assignment.leafId,
			similarity: assignment.similarity,
			second_theme_id: second,
			margin: assignment.margin,
			x: assignment.x,
			y: assignment.y
		}
	};
}

/** Rows of a table of which a paper has any number, and how many each has. */
export interface ListRows<T extends ListTable> {
	batch: Batch<T>;
	counts: Int32Array<ArrayBuffer>;
}

/** Tables of which a paper has any number of rows. */
export const listTables = ['paper_authors', 'paper_keywords', 'paper_affiliations'] as const;
export type ListTable = (typeof listTables)[number];

/** The ids and positions of items that papers have in lists, from `firstId` and 1. */
function placesOf(lists: readonly (readonly unknown[])[], firstId: number) {
	const counts = Int32Array.from(lists, (list) => list.length);
	const length = counts.reduce((sum, count) => sum + count, 0);
	const [ids, positions] = [new Int32Array(length), new Int32Array(length)];
	let row = 0;
	for (const [index, list] of lists.entries()) {
		for (let place = 1; place <= list.length; place++) {
			ids[row] = firstId + index;
			positions[row++] = place;
		}
	}
	return { counts, length, columns: { paper_id: ids, position: positions } };
}

/** The rows of the tables of which a paper has any number; the first paper's id is given. */
export function listRows(papers: readonly Paper[], firstId: number): { [T in ListTable]: ListRows<T> } {
	const of = <V>(lists: readonly (readonly V[])[]) => ({ ...placesOf(lists, firstId), all: lists.flat() });
	const authors = of(papers.map((paper) => paper.authors));
	const keywords = of(papers.map((paper) => paper.keywords));
	const places = of(papers.map((paper) => paper.affiliations));
	return {
		paper_authors: {
			counts: authors.counts,
			batch: { length: authors.length, columns: { ...authors.columns, name: authors.all } }
		},
		paper_keywords: {
			counts: keywords.counts,
			batch: {
				length: keywords.length,
				columns: {
					...keywords.columns,
					keyword: keywords.all.map(({ keyword }) => keyword),
					kind: keywords.all.map(({ kind }) => kind)
				}
			}
		},
		paper_affiliations: {
			counts: places.counts,
			batch: {
				length: places.length,
				columns: {
					...places.columns,
					organisation: places.all.map(({ organisation }) => organisation),
					country: places.all.map(({ country }) => country)
				}
			}
		}
	};
}
