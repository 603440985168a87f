import { listedFields } from '../../../dataset/fields.ts';
import { formatNumber } from '../../../format/format.ts';
import type { ShownColumn } from '../../../queries/papers/paper-order.ts';
import type { PaperListRow } from '../../../queries/papers/paper-types.ts';
import { similarityWords } from './closeness.ts';
import { columnLabel, isNames } from './paper-columns.ts';
import { publishedWords } from './published.ts';

/** What stands under a title but names: a line of date and team, which the theme ends, and one of counts. */
export interface UnderTitle {
	facts: string;
	themed: boolean;
	counts: string;
}

const teamWords = ({ teamSize }: PaperListRow) =>
	teamSize === null ? 'team unknown' : teamSize === 1 ? 'one author' : `team of ${formatNumber(teamSize)}`;

/** Without date and theme the team stands among the counts. */
const hasFacts = (under: readonly ShownColumn[]) => under.includes('published') || under.includes('theme');

function factsOf(paper: PaperListRow, under: readonly ShownColumn[]): string[] {
	if (!hasFacts(under)) return [];
	return [
		...(under.includes('published') ? [publishedWords(paper.published)] : []),
		...(under.includes('team_size') ? [teamWords(paper)] : [])
	];
}

function countsOf(paper: PaperListRow, under: readonly ShownColumn[]): string[] {
	const values: [ShownColumn, string | number | null][] = [
		['team_size', hasFacts(under) ? null : (paper.teamSize ?? 'unknown')],
		['similarity', similarityWords(paper.similarity)],
		...listedFields.map(({ name, column }): [ShownColumn, number | null] => [column, paper[name]])
	];
	return values.flatMap(([key, value]) => {
		if (value === null || !under.includes(key)) return [];
		return [`${columnLabel(key)} ${typeof value === 'number' ? formatNumber(value) : value}`];
	});
}

/** What stands under a title but names; counts that the source does not state are left out. */
export function underTitle(paper: PaperListRow, under: readonly ShownColumn[]): UnderTitle {
	return {
		facts: factsOf(paper, under).join(' · '),
		themed: under.includes('theme'),
		counts: countsOf(paper, under).join(' · ')
	};
}

/** Height of a row in pixels: two lines of the title, and the lines under it. */
export function rowHeight(under: readonly ShownColumn[]): number {
	const others = under.filter((key) => !isNames(key) && key !== 'theme' && key !== 'published');
	const hasCounts = others.some((key) => key !== 'team_size' || !hasFacts(under));
	const lines = under.filter(isNames).length + Number(hasFacts(under)) + Number(hasCounts);
	return lines === 0 ? 44 : 58 + 18 * lines;
}
