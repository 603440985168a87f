import { DensityGrid } from '../../../base/density-grid.ts';
import { positionSteps, type Positions } from '../../../queries/themes/positions.ts';

/** Where most papers of a theme lie, for its label. */
export interface ThemeCentre {
	readonly themeId: number;
	/** 0 to 1. */
	readonly x: number;
	readonly y: number;
	readonly papers: number;
}

/** For each theme the middle of the densest part of its papers, the largest theme first. */
export function themeCentres({ x, y, theme }: Positions): ThemeCentre[] {
	const heaps = new Map<number, { grid: DensityGrid; papers: number }>();
	for (let paper = 0; paper < theme.length; paper++) {
		const id = theme[paper] as number;
		const heap = heaps.get(id) ?? { grid: new DensityGrid(), papers: 0 };
		if (heap.papers++ === 0) heaps.set(id, heap);
		heap.grid.add((x[paper] as number) / positionSteps, (y[paper] as number) / positionSteps);
	}
	return [...heaps]
		.map(([themeId, { grid, papers }]) => {
			const [across, up] = grid.centre()!;
			return { themeId, x: across, y: up, papers };
		})
		.sort((a, b) => b.papers - a.papers || a.themeId - b.themeId);
}
