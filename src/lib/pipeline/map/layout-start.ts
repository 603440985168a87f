import { dot } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';

/** The first two components, scaled to a spread of 0.0001, as a start (Kobak and Berens 2019). */
export function initialPositions(points: Matrix): Float64Array<ArrayBuffer> {
	const positions = new Float64Array(points.rows * 2);
	const { columns, data } = points;
	for (let axis = 0; axis < 2; axis++) {
		let sum = 0;
		for (let i = 0; i < points.rows; i++) sum += axisValue(data, columns, i, axis);
		const mean = sum / points.rows;
		for (let i = 0; i < points.rows; i++) positions[i * 2 + axis] = axisValue(data, columns, i, axis) - mean;
	}
	const spread = Math.sqrt(dot(positions, 0, positions, 0, positions.length) / positions.length) || 1;
	return positions.map((value) => (value / spread) * 1e-4);
}

/** Components 2 and 3: the first of unsigned data only says how long a paper is. Points without them are fanned out. */
function axisValue(data: Float64Array, columns: number, point: number, axis: number): number {
	return columns > axis + 1
		? (data[point * columns + axis + 1] as number)
		: (point % (axis + 5)) - (axis + 4) / 2;
}
