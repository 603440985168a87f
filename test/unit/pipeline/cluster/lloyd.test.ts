import { kmeans as reference } from 'ml-kmeans';
import { describe, expect, it } from 'vitest';

import { kmeans } from '../../../../src/lib/pipeline/cluster/kmeans.ts';
import { lloyd, nearestCentroids } from '../../../../src/lib/pipeline/cluster/lloyd.ts';
import { rowOf, takeRows } from '../../../../src/lib/pipeline/space/matrix.ts';
import type { Matrix } from '../../../../src/lib/pipeline/model.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import { seedCentroids } from '../../../../src/lib/pipeline/cluster/seeding.ts';
import { formulaPoints } from '../../../support/points.ts';

const points = formulaPoints();
/** Rows as ml-kmeans takes them. */
const toArrays = (matrix: Matrix) =>
	Array.from({ length: matrix.rows }, (_, row) => Array.from(rowOf(matrix, row)));
const euclidean = { maxIterations: 100, spherical: false };

describe('lloyd', () => {
	it.each([2, 4, 7, 12])('gives what ml-kmeans 7 gives from the same %i centroids', async (k) => {
		const seeds = seedCentroids(points, k, createRandom(k));
		const found = await lloyd(points, seeds, euclidean);
		const expected = reference(toArrays(points), k, { initialization: toArrays(seeds), maxIterations: 100 });
		expect([...found.labels]).toEqual(expected.clusters);
		toArrays(found.centroids).forEach((row, c) =>
			row.forEach((value, at) => expect(value).toBeCloseTo(expected.centroids[c]?.[at] as number, 12))
		);
	});

	it('fills an empty cluster with the point that is farthest from its own', async () => {
		const line = { rows: 4, columns: 1, data: Float64Array.of(0, 1, 2, 9) };
		const found = await lloyd(line, { rows: 2, columns: 1, data: Float64Array.of(1, 100) }, euclidean);
		expect([...found.labels]).toEqual([0, 0, 0, 1]);
	});

	it('puts a point to the centroid of the largest cosine, however short that centroid is', async () => {
		const some = { rows: 2, columns: 2, data: Float64Array.of(1, 0, 0, 1) };
		const centroids = { rows: 2, columns: 2, data: Float64Array.of(0.1, 0, 5, 5) };
		expect([...(await nearestCentroids(some, centroids))]).toEqual([0, 1]);
	});
});

describe('kmeans from several starts', () => {
	it.each([
		[4, 77.10986666666666],
		[7, 56.977284444444436]
	])('with k = %i comes within 1 %% of scikit-learn 1.9.1 with hundreds of starts', async (k, best) => {
		const runs = [];
		for (let seed = 0; seed < 400; seed++) {
			const seeds = seedCentroids(points, k, createRandom(seed));
			runs.push((await lloyd(points, seeds, euclidean)).inertia);
		}
		expect(Math.min(...runs)).toBeGreaterThan(best - 1e-9);
		expect(Math.min(...runs)).toBeLessThan(best * 1.01);
	});

	it('gives fewer clusters where there are fewer distinct points', async () => {
		const twice = takeRows(points, [0, 1, 0, 1, 1]);
		const { centroids } = await kmeans(twice, 4, { restarts: 3, pointsPerCentroid: 256 }, createRandom(1));
		expect(centroids.rows).toBe(2);
	});
});
