import type { Headline } from '../../../analysis/headline.ts';
import type { DataTable } from '../../../drawing/model.ts';
import { formatNumber, formatPapers, formatPapersOf, formatShare } from '../../../format/format.ts';
import type { ThemePair } from '../../../queries/themes/theme-pairs.ts';
import type { MapColour } from '../../../state/settings.ts';
import { densitySteps } from './raster/density.ts';
import type { GroupCentre } from './raster/group-centres.ts';

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

/**
 * `41 of 75 papers in 8 themes, the others faded; papers with similar words lie near each other, ...`.
 * @param every number of papers of which one is drawn
 * @param isPart part of the map is in the window
 */
export function mapCaption(left: number, all: number, themes: number, every = 1, isPart = false): string {
	const some = every === 1 ? '' : `, 1 of ${formatNumber(every)} papers is drawn`;
	const faded = `${some}${left === all ? '' : ', the others faded'}`;
	return (
		`${isPart ? 'Part of the map of ' : ''}${formatPapersOf(left, all)} in ${formatNumber(themes)} ${themes === 1 ? 'theme' : 'themes'}${faded}; papers with similar ` +
		'words lie near each other, the axes have no unit'
	);
}

/** Where each theme lies, and how many papers lie between it and the theme it touches most, where that is known. */
export function mapTable(
	centres: readonly GroupCentre[],
	pairs: readonly ThemePair[],
	labelOf: LabelOf,
	left: ReadonlyMap<number, number>
): DataTable {
	const nearest = (id: number) => pairs.find(({ first, second }) => first === id || second === id);
	return {
		caption: 'Where the themes lie on the map',
		header: ['Theme', 'Papers', 'x', 'y', 'Touches most', 'Papers between'],
		rows: centres.map(({ id: themeId, x, y }) => {
			const pair = nearest(themeId);
			const other = pair && (pair.first === themeId ? pair.second : pair.first);
			return [
				labelOf(themeId),
				left.get(themeId) ?? 0,
				Number(x.toFixed(3)),
				Number(y.toFixed(3)),
				other === undefined ? '–' : labelOf(other),
				pair?.papers ?? '–'
			];
		})
	};
}

export const mapHelp =
	'Each dot is a paper; papers that use similar words lie near each other (t-SNE of the vectors that the themes ' +
	'are made from). Distances between far apart groups mean little, and the axes have no unit. At a distance the ' +
	'shading says how many papers lie together. Names of themes and, where there is room, of branches and parts of themes come and go as you zoom, ' +
	'then titles of single papers, the most cited ones first, else those with most upvotes, else the most typical of ' +
	'their theme. Faded dots do not pass the filters or lie outside the time shown. Drag to move, use the wheel or two ' +
	'fingers to zoom, press a name to go there, and choose Rectangle or Lasso to select papers: the selection filters ' +
	'every chart, and the link keeps it.';

/**
 * The themes that most of some papers belong to: `Mostly “Robot” (61 %), then “Motion, video” (20 %)`,
 * `Most often “Robot” and “Speech” (30 % each), then 3 themes (12 % each)`.
 */
export function mostlyWords(themes: ReadonlyMap<number, number>, papers: number, labelOf: LabelOf): string {
	const counts = [...new Set(themes.values())].sort((a, b) => b - a);
	const [first, second] = counts;
	if (first === undefined) return '';
	const idsOf = (count: number) =>
		[...themes].flatMap(([id, own]) => (own === count ? [id] : [])).sort((a, b) => a - b);
	const words = (count: number) => {
		const ids = idsOf(count);
		const part = formatShare(count, papers);
		if (ids.length > 2) return `${formatNumber(ids.length)} themes (${part} each)`;
		const names = ids.map((id) => `“${labelOf(id)}”`).join(' and ');
		return `${names} (${part}${ids.length > 1 ? ' each' : ''})`;
	};
	if (second === undefined) {
		const name = `“${labelOf(idsOf(first)[0]!)}”`;
		return themes.size > 1 ? words(first) : papers === 1 ? `From ${name}` : `All from ${name}`;
	}
	return `${first * 2 > papers ? 'Mostly' : 'Most often'} ${words(first)}, then ${words(second)}`;
}

export const colourNames: Readonly<Record<MapColour, string>> = {
	theme: 'Theme',
	date: 'Date',
	team: 'Team size',
	citations: 'Times cited',
	upvotes: 'Upvotes',
	organisation: 'Organisation',
	search: 'Search hits'
};

/** What the shading says where there is any. @param shade how strong it is, 0 to 1 */
export function shadeWords(shade: number): string {
	const [first] = densitySteps;
	const last = densitySteps.at(-1)!;
	if (shade < 0.05) return 'Each dot is a paper.';
	if (shade < 0.5) return 'Each dot is a paper; the shading below them is deeper where more lie together.';
	return (
		`Shading: papers in colour for the same area, from ${formatNumber(first, 1)} to ${formatNumber(last)} times an even spread ` +
		`in ${densitySteps.length} steps, each twice the last. It gives way to dots as you zoom in.`
	);
}
