import { exp, log } from '../../dataset/math.ts';

import { dot } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';

/** Steps of the bisection that finds a point's bandwidth. */
const steps = 50;
/** Points between two pauses: some tens of milliseconds for a thousand of them. */
const rowsPerPause = 32;
/** Difference of entropies, in nats, that is close enough. */
const tolerance = 1e-5;
/** Exponents beyond this make no difference: e^-30 is 1e-13. */
const negligible = 30;

/** Squared Euclidean distances between all rows: rows x rows. */
function squaredDistances({ rows, columns, data }: Matrix): Float64Array {
	const distances = new Float64Array(rows * rows);
	for (let i = 0; i < rows; i++) {
		for (let j = 0; j < i; j++) {
			let sum = 0;
			for (let c = 0; c < columns; c++) {
				const difference = (data[i * columns + c] as number) - (data[j * columns + c] as number);
				sum += difference * difference;
			}
			distances[i * rows + j] = sum;
			distances[j * rows + i] = sum;
		}
	}
	return distances;
}

function nearestOther(distances: Float64Array, n: number, i: number): number {
	let nearest = Infinity;
	for (let j = 0; j < n; j++) if (j !== i) nearest = Math.min(nearest, distances[i * n + j] as number);
	return nearest;
}

/**
 * Fills a row with p(j|i) for a precision, and gives its entropy in nats.
 * @param nearest squared distance of the nearest other point
 */
function conditional(
	distances: Float64Array,
	row: Float64Array,
	i: number,
	precision: number,
	nearest: number
): number {
	const n = row.length;
	let total = 0;
	let mean = 0;
	for (let j = 0; j < n; j++) {
		const exponent = precision * ((distances[i * n + j] as number) - nearest);
		const weight = j === i || exponent > negligible ? 0 : exp(-exponent);
		row[j] = weight;
		total += weight;
		mean += weight * exponent;
	}
	for (let j = 0; j < n; j++) row[j] = (row[j] as number) / total;
	return log(total) + mean / total;
}

/**
 * Symmetric affinities of t-SNE, (p(j|i) + p(i|j)) / 2n, with each point's bandwidth found by bisection so that
 * its distribution has the given perplexity (van der Maaten and Hinton 2008, section 2).
 * @param pause called between chunks of work
 * @returns rows x rows, summing to 1
 */
export async function affinities(
	points: Matrix,
	perplexity: number,
	pause: () => Promise<void>
): Promise<Float64Array> {
	const n = points.rows;
	const distances = squaredDistances(points);
	const joint = new Float64Array(n * n);
	const row = new Float64Array(n);
	const wanted = log(perplexity);
	for (let i = 0; i < n; i++) {
		if (i % rowsPerPause === 0) await pause();
		const nearest = nearestOther(distances, n, i);
		let [low, high, precision] = [0, Infinity, 1];
		for (let step = 0; step < steps; step++) {
			const entropy = conditional(distances, row, i, precision, nearest);
			if (Math.abs(entropy - wanted) < tolerance) break;
			if (entropy > wanted) low = precision;
			else high = precision;
			precision = high === Infinity ? precision * 2 : (low + high) / 2;
		}
		for (let j = 0; j < n; j++) {
			joint[i * n + j] = (joint[i * n + j] as number) + (row[j] as number) / (2 * n);
			joint[j * n + i] = (joint[j * n + i] as number) + (row[j] as number) / (2 * n);
		}
	}
	return joint;
}

/** The first two components, scaled to a spread of 0.0001, as a start (Kobak and Berens 2019). */
export function initialPositions(points: Matrix): Float64Array {
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
