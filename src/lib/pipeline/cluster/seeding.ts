import { log } from '../../base/math.ts';

import { rowProducts, type RowProducts } from '../space/kernel.ts';
import { squaredLengths, takeRows } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';
import type { Random } from '../random.ts';

/** Squared distance of every point to its nearest chosen one, and their sum. */
interface Potential {
	readonly distances: Float64Array;
	sum: number;
}

/** Smaller squared distances are rounding noise between equal points of unit length. */
const same = 1e-12;

/** Writes the potential with one more chosen point, whose products with all points are given. */
function potentialWith(
	products: Float64Array,
	lengths: Float64Array,
	nearest: Float64Array,
	chosen: number,
	out: Potential
): void {
	const { distances } = out;
	const length = lengths[chosen] as number;
	let sum = 0;
	for (let row = 0; row < distances.length; row++) {
		const squared = (lengths[row] as number) + length - 2 * (products[row] as number);
		const distance = squared < same ? 0 : squared;
		const before = nearest[row] as number;
		const now = distance < before ? distance : before;
		distances[row] = now;
		sum += now;
	}
	out.sum = sum;
}

/** A point drawn with probability proportional to its squared distance. */
function draw({ distances, sum }: Potential, random: Random): number {
	let left = random.uniform() * sum;
	let last = 0;
	for (let row = 0; row < distances.length; row++) {
		const distance = distances[row] as number;
		if (distance === 0) continue;
		last = row;
		left -= distance;
		if (left < 0) break;
	}
	return last;
}

/**
 * Starting centroids by greedy k-means++ (Arthur and Vassilvitskii 2007, with 2 + floor(ln k) candidates a step).
 * Fewer than k come back when there are fewer distinct points.
 * @param productsWith of the points, where they are seeded several times
 */
export function seedCentroids(
	points: Matrix,
	k: number,
	random: Random,
	productsWith: RowProducts = rowProducts(points)
): Matrix {
	const lengths = squaredLengths(points);
	const trials = 2 + Math.floor(log(k));
	const first = random.integer(points.rows);
	const chosen = [first];
	const room = () => ({ distances: new Float64Array(points.rows), sum: 0 });
	let [potential, best, other]: [Potential, Potential, Potential] = [room(), room(), room()];
	potentialWith(productsWith(first), lengths, new Float64Array(points.rows).fill(Infinity), first, potential);
	while (chosen.length < k && potential.sum > 0) {
		let bestRow = -1;
		for (let trial = 0; trial < trials; trial++) {
			const row = draw(potential, random);
			potentialWith(productsWith(row), lengths, potential.distances, row, other);
			if (bestRow >= 0 && other.sum >= best.sum) continue;
			bestRow = row;
			[best, other] = [other, best];
		}
		chosen.push(bestRow);
		[potential, best] = [best, potential];
	}
	return takeRows(points, chosen);
}
