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

/** The rows of the table `paper_authors`, and the number of them for each paper. */
export function authorColumns(
	papers: readonly Paper[],
	firstId: number
): { batch: Batch<'paper_authors'>; counts: Int32Array<ArrayBuffer> } {
	const counts = Int32Array.from(papers, ({ authors }) => authors.length);
	const length = counts.reduce((sum, count) => sum + count, 0);
	const [ids, positions] = [new Int32Array(length), new Int32Array(length)];
	const names: string[] = [];
	for (const [index, { authors }] of papers.entries()) {
		for (const [place, name] of authors.entries()) {
			ids[names.length] = firstId + index;
			positions[names.length] = place + 1;
			names.push(name);
		}
	}
	return { batch: { length, columns: { paper_id: ids, position: positions, name: names } }, counts };
}
