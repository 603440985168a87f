import { ThemeTree, type ThemeNode } from '../../../dataset/theme-tree.ts';
import { labelLines } from '../../../drawing/label-lines.ts';
import { nameRanges } from '../../../drawing/name-ranges.ts';
import { textWidth } from '../../../drawing/ticks.ts';
import { positionSteps, type Positions } from '../../../queries/themes/positions.ts';
import type { ArrangedTheme } from '../../../themes/arrange.ts';

/** A name on the small map, with its middle in pixels. */
export interface SketchName {
	id: number;
	lines: readonly string[];
	x: number;
	y: number;
}

export interface Frame {
	readonly width: number;
	readonly height: number;
}

/** Names that fit on a small map; where there are more themes, branches of the tree are named. */
const mostNames = 9;
const [margin, size, leading] = [14, 12, 15];

/** Where a place on the map, 0 to 1 each way and upwards, stands in a frame. */
export function placed([x, y]: readonly [number, number], { width, height }: Frame): [number, number] {
	return [margin + x * (width - 2 * margin), height - margin - y * (height - 2 * margin)];
}

/** Where dots stand, as the path of a theme's: points, drawn by their round caps. Theme -1 has what does not pass. */
export function dotPaths(
	{ x, y, theme }: Pick<Positions, 'x' | 'y' | 'theme'>,
	passing: Uint8Array | null,
	frame: Frame,
	most: number
): { themeId: number; path: string }[] {
	const every = Math.max(1, Math.ceil(theme.length / most));
	const paths = new Map<number, string[]>();
	for (let paper = 0; paper < theme.length; paper += every) {
		const themeId = passing && passing[paper] !== 1 ? -1 : theme[paper]!;
		const [left, top] = placed([x[paper]! / positionSteps, y[paper]! / positionSteps], frame);
		const own = paths.get(themeId) ?? [];
		if (own.length === 0) paths.set(themeId, own);
		own.push(`M${left.toFixed(1)},${top.toFixed(1)}h0`);
	}
	return [...paths].sort(([a], [b]) => a - b).map(([themeId, own]) => ({ themeId, path: own.join('') }));
}

/** What is named: the themes, or as many branches of the tree as have room. */
export function namedNodes(
	tree: readonly ThemeNode[],
	themes: readonly Pick<ArrangedTheme, 'themeId' | 'label' | 'papers'>[]
): Pick<ThemeNode, 'themeId' | 'label' | 'papers' | 'centre'>[] {
	const few = themes.length <= mostNames;
	const heads = few ? [] : new ThemeTree(tree).cut(Math.min(mostNames - 1, (tree.length + 1) / 2));
	const nodes = few
		? themes.map(({ themeId, label, papers }) => ({ ...tree[themeId]!, label, papers }))
		: heads.map((id) => tree[id]!);
	return [...nodes].sort((a, b) => b.papers - a.papers || a.themeId - b.themeId);
}

/** Places names by their centres, as on the map while it is not zoomed; the first choose first. */
export function sketchNames(
	nodes: readonly Pick<ThemeNode, 'themeId' | 'label' | 'centre'>[],
	frame: Frame
): SketchName[] {
	const side = frame.height - 2 * margin;
	const named = nodes.flatMap(({ themeId: id, label, centre }) =>
		centre ? [{ id, lines: labelLines(label), centre }] : []
	);
	const wishes = named.map(({ lines, centre }) => ({
		anchors: [centre],
		width: Math.max(...lines.map((line) => textWidth(line, size))) * 1.12 + 8,
		height: lines.length * leading,
		from: side,
		to: side * 1.001
	}));
	const whole = { ...frame, side, stretch: (frame.width - 2 * margin) / side };
	return nameRanges(wishes, whole).flatMap((range, at) => {
		if (!range) return [];
		const { id, lines, centre } = named[at]!;
		const [x, y] = placed(centre, frame);
		return [{ id, lines, x: x + range.offset[0], y: y + range.offset[1] }];
	});
}
