import type { ThemeNode } from '../../src/lib/dataset/theme-tree.ts';
import { randomSource } from './random.ts';

type Open = ThemeNode & { centre: readonly [number, number] };

/** A theme tree over heaps strewn on the map: heaps that lie close together tend to be joined first. */
export function randomThemeTree(leaves: number, seed: number): ThemeNode[] {
	const random = randomSource(seed);
	const nodes: Open[] = Array.from({ length: leaves }, (_, themeId) => ({
		themeId,
		parentId: null,
		label: `theme ${themeId}`,
		papers: 10 + Math.floor(random() * 200),
		centre: [random(), random()]
	}));
	let open = [...nodes];
	while (open.length > 1) {
		const [first, second] = nearest(open, random);
		const themeId = nodes.length;
		const { centre } = first.papers >= second.papers ? first : second;
		const papers = first.papers + second.papers;
		const joined: Open = { themeId, parentId: null, label: `theme ${themeId}`, papers, centre };
		first.parentId = second.parentId = themeId;
		nodes.push(joined);
		open = [...open.filter((node) => node !== first && node !== second), joined];
	}
	return nodes;
}

function nearest(open: readonly Open[], random: () => number): [Open, Open] {
	const pairs = open.flatMap((a, at) => open.slice(at + 1).map((b) => [a, b] as [Open, Open]));
	const cost = ([a, b]: [Open, Open]) =>
		Math.hypot(a.centre[0] - b.centre[0], a.centre[1] - b.centre[1]) *
		((a.papers * b.papers) / (a.papers + b.papers)) *
		(1 + random());
	const costs = pairs.map(cost);
	return pairs[costs.indexOf(Math.min(...costs))]!;
}
