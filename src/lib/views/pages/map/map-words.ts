import type { Headline } from '../../../analysis/headline.ts';
import type { DataTable } from '../../../drawing/model.ts';
import { formatNumber, formatPapers, formatPapersOf, formatShare } from '../../../format/format.ts';
import type { ThemePair } from '../../../queries/themes/theme-pairs.ts';
import type { ThemeCentre } from './theme-centres.ts';

type LabelOf = (themeId: number) => string;

/**
 * What the map shows, in a sentence: where most papers lie between two themes.
 * @param pairs `null` until they are known
 */
export function mapHeadline(pairs: readonly ThemePair[] | null, papers: number, labelOf: LabelOf): Headline {
	if (papers === 0) return { text: 'No paper passes the filters', basis: '' };
	if (!pairs) return { text: 'Papers with similar words lie near each other', basis: '' };
	const [pair] = pairs;
	if (!pair) return { text: 'No paper lies between two themes', basis: '' };
	const [, second, third] = pairs.filter((other) => other.papers === pair.papers);
	const count = formatPapers(pair.papers);
	if (third) return { text: `No two themes stand out: at most ${count} between any two`, basis: '' };
	const both = ({ first, second: other }: ThemePair) => `“${labelOf(first)}” and “${labelOf(other)}”`;
	const share = formatShare(pair.papers, papers);
	const even = second ? `, as between ${both(second)}` : '';
	return { text: `${both(pair)} touch most: ${count} (${share}) between them${even}`, basis: '' };
}

/** `41 of 75 papers in 8 themes, the others faded; papers with similar words lie near each other, ...`. */
export function mapCaption(left: number, all: number, themes: number): string {
	const faded = left === all ? '' : ', the others faded';
	return (
		`${formatPapersOf(left, all)} in ${formatNumber(themes)} ${themes === 1 ? 'theme' : 'themes'}${faded}; papers with similar ` +
		'words lie near each other, the axes have no unit'
	);
}

/** Where each theme lies, and how many papers it shares with its nearest neighbour. */
export function mapTable(
	centres: readonly ThemeCentre[],
	pairs: readonly ThemePair[],
	labelOf: LabelOf,
	left: ReadonlyMap<number, number>
): DataTable {
	const nearest = (id: number) => pairs.find(({ first, second }) => first === id || second === id);
	return {
		caption: 'Where the themes lie on the map',
		header: ['Theme', 'Papers', 'x', 'y', 'Touches most', 'Papers between'],
		rows: centres.map(({ themeId, x, y }) => {
			const pair = nearest(themeId);
			const other = pair && (pair.first === themeId ? pair.second : pair.first);
			return [
				labelOf(themeId),
				left.get(themeId) ?? 0,
				Number(x.toFixed(3)),
				Number(y.toFixed(3)),
				other === undefined ? '–' : labelOf(other),
				pair?.papers ?? 0
			];
		})
	};
}

export const mapHelp =
	'Each dot is a paper; papers that use similar words lie near each other (t-SNE of the vectors that the themes ' +
	'are made from). Distances between far apart groups mean little, and the axes have no unit. Colour is the ' +
	'theme; themes without a colour of their own are grey. Faded dots do not pass the filters. Drag to move, use ' +
	'the wheel or two fingers to zoom, and choose Rectangle or Lasso to select papers: the selection filters every ' +
	'chart, and the link keeps it.';
