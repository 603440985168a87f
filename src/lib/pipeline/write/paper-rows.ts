import { parseIsoDate } from '../../dataset/date.ts';
import type { Paper } from '../../dataset/paper.ts';
import type { Row } from '../../dataset/rows.ts';
import type { Assignment } from '../model.ts';

/** The row of a paper in the table `papers`. */
export function paperRow(
	paper: Paper,
	paperId: number,
	assignment: Assignment,
	index: number
): Row<'papers'> {
	const at = (values: ArrayLike<number>) => values[index] as number;
	const second = at(assignment.secondThemeId);
	return {
		paper_id: paperId,
		source_id: paper.sourceId,
		doi: paper.doi,
		title: paper.title,
		has_abstract: paper.abstract !== '',
		published: paper.published === null ? null : parseIsoDate(paper.published),
		date_precision: paper.datePrecision,
		team_size: paper.teamSize,
		organisation: paper.organisation,
		venue: paper.venue,
		url: paper.url,
		type: paper.type,
		language: paper.language,
		volume: paper.volume,
		issue: paper.issue,
		pages: paper.pages,
		comments: paper.comments,
		upvotes: paper.upvotes,
		theme_id: at(assignment.themeId),
		leaf_id: at(assignment.leafId),
		similarity: at(assignment.similarity),
		second_theme_id: second < 0 ? null : second,
		margin: at(assignment.margin),
		x: at(assignment.x),
		y: at(assignment.y)
	};
}
