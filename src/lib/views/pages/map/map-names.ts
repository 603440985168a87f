import { coveredDots } from '../../../drawing/covered-dots.ts';
import { textWidth } from '../../../drawing/ticks.ts';
import { ThemeTree, type ThemeNode } from '../../../dataset/theme-tree.ts';
import type { ArrangedTheme } from '../../../themes/arrange.ts';
import type { GroupCentre } from './raster/group-centres.ts';
import { labelLines } from '../../../drawing/label-lines.ts';
import { nameRanges, type NameRange, type NameWish, type Whole } from '../../../drawing/name-ranges.ts';
import { positionSteps, type Positions } from '../../../queries/themes/positions.ts';
import type { Grouping } from './raster/raster-protocol.ts';

/** What a name is of, from far to near. */
export const nameLevels = ['branch', 'theme', 'part'] as const;
export type NameLevel = (typeof nameLevels)[number];

/** A name on the map, where it stands and at which distances. */
export interface MapName extends NameRange {
	/** Node of the theme tree, or theme. */
	readonly id: number;
	readonly level: NameLevel;
	readonly lines: readonly string[];
	readonly size: number;
	readonly width: number;
	readonly height: number;
	/** How far its papers reach, 0 to 1. */
	readonly reach: number;
}

/** So few themes need no names of branches above them. */
const fewThemes = 12;
/** Branches that are named: about one for four themes, and not more than have hues of their own. */
const branchCount = (themes: number) => (themes <= fewThemes ? 0 : Math.min(7, Math.round(themes / 4)));

/**
 * Who belongs together at each distance: branches of the tree, themes of the arrangement, and the leaves of themes
 * that have several.
 */
export function nameGroupings(
	tree: readonly ThemeNode[],
	themes: readonly Pick<ArrangedTheme, 'themeId' | 'leaves'>[]
): Record<NameLevel, Grouping> {
	const whole = new ThemeTree(tree);
	const groups = (of: readonly (readonly [id: number, leaves: readonly number[]])[]): Grouping => {
		const groupOfLeaf = Array.from({ length: whole.leafCount }, () => -1);
		for (const [id, leaves] of of) for (const leaf of leaves) groupOfLeaf[leaf] = id;
		return { groupOfLeaf };
	};
	const count = branchCount(themes.length);
	const themeOf = new Set(themes.map(({ leaves }) => leaves.join()));
	const branches = (count < 2 ? [] : whole.cut(count))
		.map((id) => [id, whole.leavesOf(id)] as const)
		.filter(([, leaves]) => !themeOf.has(leaves.join()));
	return {
		branch: groups(branches),
		theme: groups(themes.map(({ themeId, leaves }) => [themeId, leaves])),
		part: groups(
			themes.flatMap(({ leaves }) => (leaves.length > 1 ? leaves.map((leaf) => [leaf, [leaf]] as const) : []))
		)
	};
}

/** How much wider letters of weight 600 are, in the widest of the system's fonts. */
const bolder = 1.17;
/** Zoom up to which branches are named. */
const branchesTo = 1.7;
/** A theme is named until it reaches over so much of the window to either side, when its parts have names. */
const inTheme = 0.8;
/** Pixels to either side over which a part must reach to be named. */
const partReach = 46;

const sizes: Record<NameLevel, number> = { branch: 17, theme: 13, part: 12 };

interface Named extends NameWish {
	id: number;
	level: NameLevel;
	lines: readonly string[];
	size: number;
	reach: number;
}

/** When a name has something to say, as sides of the map. */
function rangeOf(
	level: NameLevel,
	{ reach }: GroupCentre,
	whole: Whole,
	hasParts: boolean
): Pick<NameWish, 'from' | 'by' | 'to'> {
	if (level === 'branch') return { from: 0, by: whole.side, to: whole.side * branchesTo };
	if (level === 'part') return { from: Math.max(whole.side * 1.3, partReach / reach), to: Infinity };
	const to = Math.max(whole.side * 2.5, (inTheme * Math.min(whole.width, whole.height)) / reach);
	return { from: 0, to: hasParts ? to : Infinity };
}

/** Who chooses first: a branch has a name where its themes leave room. */
const order: readonly NameLevel[] = ['theme', 'branch', 'part'];
/** Pixels from the end of a theme's name to the middle of its mark, and what it takes beside the letters. */
export const markAt = 7.5;
const markRoom = 26;
/**
 * The names of the map and where they stand. Themes choose first, then branches, then parts of themes, the larger ones before.
 * @param labelOf name of a node or theme
 * @param hasParts whether leaves of a theme have names of their own
 * @param positions of the papers: where these are few, names keep off them
 */
export function mapNames(
	centres: Readonly<Record<NameLevel, readonly GroupCentre[]>>,
	labelOf: (id: number) => string,
	hasParts: (themeId: number) => boolean,
	whole: Whole,
	positions: Pick<Positions, 'x' | 'y'> | null = null
): MapName[] {
	const isNarrow = whole.width < 480;
	const placesOf = ({ x, y, others }: GroupCentre) => [[x, y] as const, ...others];
	const wishes = order.flatMap((level) =>
		centres[level].map((centre): Named => {
			const size = sizes[level] - (isNarrow ? 2 : 0);
			const lines = isNarrow ? labelLines(labelOf(centre.id), 16, 4) : labelLines(labelOf(centre.id));
			const isMarked = level === 'theme';
			return {
				...{ id: centre.id, level, lines, size, reach: centre.reach },
				...(isMarked && { mark: markAt }),
				anchors: placesOf(centre),
				rivals: centres[level].filter(({ id }) => id !== centre.id).flatMap(placesOf),
				width: Math.max(...lines.map((line) => textWidth(line, size) * bolder)) + (isMarked ? markRoom : 8),
				height: lines.length * (size + 3) + 6,
				...rangeOf(level, centre, whole, hasParts(centre.id))
			};
		})
	);
	const covered = positions ? coveredDots(positions, positionSteps, whole.stretch) : undefined;
	const ranges = nameRanges(wishes, whole, covered);
	const branches = ranges.filter((range, at) => range && wishes[at]!.level === 'branch').length;
	/** A few branches alone would be read as more than the others. */
	const hasBranches = 2 * branches >= centres.branch.length;
	return ranges.flatMap((range, at) => {
		const { id, level, lines, size, reach, width, height } = wishes[at]!;
		return range && (level !== 'branch' || hasBranches)
			? [{ id, level, lines, size, reach, width, height, ...range }]
			: [];
	});
}
