import { describe, expect, it } from 'vitest';

import { BoundedAssignment } from '../../../../src/lib/pipeline/cluster/bounded.ts';
import type { Matrix } from '../../../../src/lib/pipeline/model.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import { dot, squaredLengths } from '../../../../src/lib/pipeline/space/matrix.ts';

const random = createRandom(11);
const cloud = (rows: number, columns: number): Matrix => ({
	rows,
	columns,
	data: Float64Array.from({ length: rows * columns }, () => random.normal())
});

/** The cluster of each point when it is compared with every centroid. */
function plain(points: Matrix, centroids: Matrix, squares: Float64Array): number[] {
	const { columns } = points;
	return Array.from({ length: points.rows }, (_, point) => {
		const distances = Array.from(
			squares,
			(square, c) => square - 2 * dot(points.data, point * columns, centroids.data, c * columns, columns)
		);
		return distances.indexOf(Math.min(...distances));
	});
}

describe('BoundedAssignment', () => {
	it.each([
		[1, 3],
		[2, 5],
		[9, 6]
	])('puts points where comparing all %i centroids does, while they move less and less', (k, columns) => {
		const points = cloud(300, columns);
		let centroids = cloud(k, columns);
		const assignment = new BoundedAssignment(points, k);
		for (let move = 0; move < 30; move++) {
			const squares = squaredLengths(centroids);
			assignment.moveTo(centroids, squares);
			assignment.assign(0, 120);
			assignment.assign(120, 300);
			expect([...assignment.labels]).toEqual(plain(points, centroids, squares));
			if (move === 10) {
				assignment.labels[7] = k - 1;
				assignment.forget(7);
			}
			const size = 1 / (1 + move);
			const data = centroids.data.map(
				(value, at) => value + (at < columns ? size : size / 9) * random.normal()
			);
			centroids = { ...centroids, data };
		}
		if (k > 2) expect(assignment.computed).toBeLessThan(300 * k * 30 * 0.5);
	});
});
