import { Delaunay } from 'd3';

import { ThemeTree, type ThemeNode } from '../dataset/theme-tree.ts';
import { apart, hues, paletteSize, tones } from './palette.ts';

/** Colour of the palette by theme. */
export type Slots = ReadonlyMap<number, number>;

/** Branches of the tree that get hues of their own. */
const mostBranches = 7;
/** Themes of the finest arrangement in which any two are kept apart, and not only those that touch. */
const mostTogether = 40;
/** CIEDE2000 that themes which touch are apart by at least; all others would like to be. */
const touching = 10;
const wished = 16;
/** Below this two colours are the same to most eyes. */
const alike = 3;
/** What each tone costs beside the two in the middle: the extremes look alike in all hues. */
const toneCosts = [2, 0, 0, 2];
const mostSweeps = 40;

/**
 * The lines of the tree: the larger child of a node keeps its line, the other begins one of its own. The themes of
 * every cut are the first lines, as many as it has themes.
 * @returns line of each node
 */
function linesOf(tree: ThemeTree): number[] {
	const root = tree.nodes.length - 1;
	const lines: number[] = [];
	lines[root] = 0;
	for (let id = root; id >= tree.leafCount; id--) {
		const [larger, smaller] = [...tree.childrenOf(id)].sort(
			(a, b) => tree.node(b).papers - tree.node(a).papers || a - b
		) as [number, number];
		lines[larger] = lines[id] as number;
		lines[smaller] = root - id + 1;
	}
	return lines;
}

/** Each line's branch: the branches stand in the order in which a walk through the tree meets them. */
function branchesOf(tree: ThemeTree, lines: readonly number[], count: number): number[] {
	const heads = new Set(tree.cut(Math.min(count, mostBranches)));
	const branches: number[] = [];
	let branch = -1;
	const visit = (id: number): void => {
		if (heads.has(id)) branch++;
		const below = tree.childrenOf(id);
		if (below.length === 0) branches[lines[id] as number] = branch;
		for (const child of below) visit(child);
	};
	visit(tree.nodes.length - 1);
	return branches;
}

/** First and last hue of each branch, by the number of its themes: at least one, neighbours in the tree side by side. */
function arcsOf(sizes: readonly number[]): { from: number; to: number }[] {
	const widths = sizes.map(() => 1);
	for (let left = hues - sizes.length; left > 0; left--) {
		const need = sizes.map((size, branch) => size / (widths[branch] as number));
		const neediest = need.indexOf(Math.max(...need));
		widths[neediest] = (widths[neediest] as number) + 1;
	}
	let from = 0;
	return widths.map((width) => ({ from, to: (from += width) - 1 }));
}

/** Steps from a hue to the nearest of an arc, round the circle. */
function outside(hue: number, { from, to }: { from: number; to: number }): number {
	if (hue >= from && hue <= to) return 0;
	const steps = (end: number) => Math.min((hue - end + hues) % hues, (end - hue + hues) % hues);
	return Math.min(steps(from), steps(to));
}

/** Lines whose themes touch on the map in some cut, each way. */
function neighboursOf(tree: ThemeTree, lines: readonly number[]): ReadonlySet<number>[] {
	const neighbours = Array.from({ length: tree.leafCount }, () => new Set<number>());
	for (let count = 2; count <= Math.min(tree.leafCount, mostTogether); count++) {
		const themes = tree.cut(count).map((id) => tree.node(id));
		for (const [a, b] of touchingPairs(themes)) {
			const [first, second] = [lines[a] as number, lines[b] as number];
			neighbours[first]?.add(second);
			neighbours[second]?.add(first);
		}
	}
	return neighbours;
}

/** Ids of themes that touch on the map: the edges of the Delaunay triangulation of their centres. */
export function touchingPairs(
	themes: readonly Pick<ThemeNode, 'themeId' | 'centre'>[]
): [first: number, second: number][] {
	const placed = themes.flatMap(({ themeId, centre }) => (centre ? [{ themeId, centre }] : []));
	const mesh = new Delaunay(placed.flatMap(({ centre }) => [...centre]));
	return placed.flatMap(({ themeId }, at) =>
		[...mesh.neighbors(at)].flatMap((other): [number, number][] =>
			at < other ? [[themeId, placed[other]!.themeId]] : []
		)
	);
}

/** What it costs that two themes are so far apart: much where they are one colour, or look like one to some. */
function likeness(distance: number): number {
	const short = Math.max(0, wished - distance);
	return (short * short) / 8 + (distance < alike ? 60 : 0) + (distance === 0 ? 3000 : 0);
}

const tooNear = (distance: number) => (distance < touching ? 400 + 100 * (touching - distance) : 0);

/** What it costs that two lines have two colours, by colour and colour. */
function pairCosts(cost: (distance: number) => number): readonly Float64Array[] {
	return Array.from({ length: paletteSize }, (_, a) =>
		Float64Array.from({ length: paletteSize }, (__, b) => cost(apart(a, b)))
	);
}
const ofAny = pairCosts(likeness);
const ofTouching = pairCosts((distance) => likeness(distance) + tooNear(distance));

/** What each colour costs each line, whatever the others have. */
function ownCosts(tree: ThemeTree, lines: readonly number[], count: number): Float64Array[] {
	const branches = branchesOf(tree, lines, count);
	const sizes = Array.from(
		{ length: Math.max(...branches) + 1 },
		(_, branch) => branches.slice(0, count).filter((one) => one === branch).length
	);
	const arcs = arcsOf(sizes);
	return branches.map((branch) =>
		Float64Array.from({ length: paletteSize }, (_, colour) => {
			const away = outside(Math.floor(colour / tones), arcs[branch]!);
			return 30 * away * away + toneCosts[colour % tones]!;
		})
	);
}

const cheapest = (costs: Float64Array) => costs.indexOf(Math.min(...costs));

/** Colours of lines of which any two are kept apart. Costs are whole eighths, so that sums of them are exact. */
class Painting {
	readonly colours: number[] = [];
	/** By line, what each colour costs, beside those that the other lines have. */
	readonly #costs: readonly Float64Array[];
	readonly #neighbours: readonly ReadonlySet<number>[];

	/** @param costs of each line's colours as long as no other line has any */
	constructor(costs: readonly Float64Array[], neighbours: readonly ReadonlySet<number>[]) {
		this.#costs = costs.map((own) => own.slice());
		this.#neighbours = neighbours;
	}

	/** Gives a line its cheapest colour. @returns whether it costs less than the one it had */
	improve(line: number): boolean {
		const costs = this.#costs[line]!;
		const [before, best] = [this.colours[line], cheapest(costs)];
		if (before !== undefined && costs[best]! >= costs[before]!) return false;
		this.#give(line, best);
		return true;
	}

	/** Exchanges the colours of two lines where that costs less. @returns whether it did */
	exchange(first: number, second: number): boolean {
		const [one, other] = [this.colours[first]!, this.colours[second]!];
		const [ofFirst, ofSecond] = [this.#costs[first]!, this.#costs[second]!];
		const beside = this.#beside(first, second);
		const before = ofFirst[one]! + ofSecond[other]!;
		// These have each beside a second of its own colour, in place of the one that is given away.
		const after = ofFirst[other]! - beside[other]![other]! + ofSecond[one]! - beside[one]![one]!;
		if (after + 2 * beside[one]![other]! >= before) return false;
		this.#give(first, other);
		this.#give(second, one);
		return true;
	}

	#beside(first: number, second: number): readonly Float64Array[] {
		return this.#neighbours[first]!.has(second) ? ofTouching : ofAny;
	}

	#give(line: number, colour: number): void {
		const before = this.colours[line];
		this.colours[line] = colour;
		for (const [other, costs] of this.#costs.entries()) {
			if (other === line) continue;
			const beside = this.#beside(line, other);
			const [more, less] = [beside[colour]!, before === undefined ? null : beside[before]!];
			for (let each = 0; each < paletteSize; each++) costs[each]! += more[each]! - (less?.[each] ?? 0);
		}
	}
}

/** Gives each line its best colour in turn, then changes single ones and pairs while that helps. */
function painted(painting: Painting, lines: number): readonly number[] {
	for (let line = 0; line < lines; line++) painting.improve(line);
	for (let sweep = 0; sweep < mostSweeps; sweep++) {
		let isBetter = false;
		for (let line = 0; line < lines; line++) isBetter = painting.improve(line) || isBetter;
		for (let line = 0; line < lines; line++) {
			for (let other = 0; other < line; other++) isBetter = painting.exchange(line, other) || isBetter;
		}
		if (!isBetter) break;
	}
	return painting.colours;
}

/**
 * The colour of every node of a theme tree. It depends on the tree alone: when themes are split, the larger part keeps
 * its colour, and when they are joined, the largest gives its own. Hues go by branch, lightness within it; themes that
 * touch on the map at some cut differ by at least 10 in CIEDE2000, also to eyes without green cones, wherever the
 * palette allows it.
 * @param nodes in the order of their ids
 * @param count of the published themes, which hues are shared out by
 */
export function themeColours(nodes: readonly ThemeNode[], count: number): Slots {
	const tree = new ThemeTree(nodes);
	const lines = linesOf(tree);
	const costs = ownCosts(tree, lines, count);
	// Themes that touch are among these: of any cut that is looked at, they are the first lines.
	const [together, others] = [costs.slice(0, mostTogether), costs.slice(mostTogether)];
	const painting = new Painting(together, neighboursOf(tree, lines));
	const colours = [...painted(painting, together.length), ...others.map(cheapest)];
	return new Map(nodes.map(({ themeId }) => [themeId, colours[lines[themeId]!]!]));
}
