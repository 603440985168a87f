import type { ThemeNode } from '../../../dataset/theme-tree.ts';
import { coveredDots } from '../../../drawing/covered-dots.ts';
import { labelLines } from '../../../drawing/label-lines.ts';
import { nameRanges } from '../../../drawing/name-ranges.ts';
import { textWidth } from '../../../drawing/ticks.ts';
import { positionSteps, type Positions } from '../../../queries/themes/positions.ts';

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

/** Themes that are named at most: more names would hide the dots. */
const mostNames = 12;
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

/**
 * Places names of themes by their centres, as the map does while it is not zoomed; the largest choose first.
 * @param positions of the papers: where these are few, names keep off them
 */
export function sketchNames(
	themes: readonly Pick<ThemeNode, 'themeId' | 'label' | 'papers' | 'centre'>[],
	frame: Frame,
	positions: Pick<Positions, 'x' | 'y'> | null = null
): SketchName[] {
	const side = frame.height - 2 * margin;
	const stretch = (frame.width - 2 * margin) / side;
	const named = themes
		.flatMap(({ themeId: id, label, papers, centre }) =>
			centre ? [{ id, papers, lines: labelLines(label), centre }] : []
		)
		.sort((a, b) => b.papers - a.papers || a.id - b.id);
	const wishes = named.slice(0, mostNames).map(({ id, lines, centre }) => ({
		anchors: [centre],
		rivals: named.flatMap((other) => (other.id === id ? [] : [other.centre])),
		width: Math.max(...lines.map((line) => textWidth(line, size))) * 1.12 + 8,
		height: lines.length * leading,
		from: side,
		to: side * 1.001,
		by: side
	}));
	const covered = positions ? coveredDots(positions, positionSteps, stretch) : undefined;
	return nameRanges(wishes, { ...frame, side, stretch }, covered).flatMap((range, at) => {
		if (!range) return [];
		const { id, lines, centre } = named[at]!;
		const [x, y] = placed(centre, frame);
		return [{ id, lines, x: x + range.offset[0], y: y + range.offset[1] }];
	});
}
