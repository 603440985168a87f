import { dot } from '../space/matrix.ts';
import type { ThemeModel } from '../model.ts';

interface Neighbour {
	themeId: number;
	/** From 1. */
	rank: number;
	neighbourId: number;
	/** Cosine between centroids. */
	similarity: number;
}

const nearestThemes = 5;

/** For each published theme the published themes nearest to it, best first; ties by id. */
export function themeNeighbours({ defaultThemes, themeCentroids }: ThemeModel): Neighbour[] {
	const { columns, data } = themeCentroids;
	return defaultThemes.flatMap((themeId, row) =>
		defaultThemes
			.map((neighbourId, other) => ({
				neighbourId,
				similarity: dot(data, row * columns, data, other * columns, columns)
			}))
			.filter(({ neighbourId }) => neighbourId !== themeId)
			.sort((a, b) => b.similarity - a.similarity || a.neighbourId - b.neighbourId)
			.slice(0, nearestThemes)
			.map((neighbour, index) => ({ themeId, rank: index + 1, ...neighbour }))
	);
}
