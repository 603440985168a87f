import { dot, squaredLengths } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';
import { DriftLog } from './drift-log.ts';

/** Inner products of one row with all rows of another matrix, four at a time. */
function productsWithAll(points: Matrix, row: number, others: Matrix, out: Float64Array): void {
	const { columns, data } = points;
	const base = row * columns;
	const other = others.data;
	let c = 0;
	for (; c + 3 < others.rows; c += 4) {
		const b0 = c * columns;
		const [b1, b2, b3] = [b0 + columns, b0 + 2 * columns, b0 + 3 * columns];
		let [s0, s1, s2, s3] = [0, 0, 0, 0];
		for (let at = 0; at < columns; at++) {
			const value = data[base + at] as number;
			s0 += value * (other[b0 + at] as number);
			s1 += value * (other[b1 + at] as number);
			s2 += value * (other[b2 + at] as number);
			s3 += value * (other[b3 + at] as number);
		}
		out[c] = s0;
		out[c + 1] = s1;
		out[c + 2] = s2;
		out[c + 3] = s3;
	}
	for (; c < others.rows; c++) out[c] = dot(data, base, other, c * columns, columns);
}

/** Differences of distances that rounding may hide. */
const slack = 1e-4;

/**
 * Puts points into the cluster of their nearest centroid (the lowest of equals) again and again while centroids move.
 * Triangle inequalities tell which distances cannot matter (Elkan 2003), so that few are computed once centroids move
 * little; the clusters are those of comparing all of them.
 */
export class BoundedAssignment {
	/** Cluster of each point; -1 before the first assignment. */
	readonly labels: Int32Array;
	/** Distances computed so far. */
	computed = 0;
	readonly #points: Matrix;
	readonly #lengths: Float64Array;
	readonly #k: number;
	/** Move since which a point's bounds are as they stand. */
	readonly #since: Int32Array;
	/** At least the distance of each point to its own centroid. */
	readonly #upper: Float64Array;
	/** points x k: at most the distance of each point to each centroid. */
	readonly #lower: Float32Array;
	/** How far the nearest other centroid is beyond the own one, at least. */
	readonly #gap: Float64Array;
	readonly #log: DriftLog;
	#centroids: Matrix;
	#squares: Float64Array;
	readonly #products: Float64Array;

	/** @param k centroids, at least 1 */
	constructor(points: Matrix, k: number) {
		this.#points = points;
		this.#k = k;
		this.#lengths = squaredLengths(points);
		this.labels = new Int32Array(points.rows).fill(-1);
		this.#since = new Int32Array(points.rows);
		this.#upper = new Float64Array(points.rows);
		this.#lower = new Float32Array(points.rows * k);
		this.#gap = new Float64Array(points.rows);
		this.#log = new DriftLog(k);
		this.#centroids = { rows: 0, columns: points.columns, data: new Float64Array(0) };
		this.#squares = new Float64Array(k);
		this.#products = new Float64Array(k);
	}

	/**
	 * Sets the centroids that points are compared with from now on.
	 * @param squares their squared lengths; 1 for all where only directions count
	 */
	moveTo(centroids: Matrix, squares: Float64Array): void {
		if (this.#centroids.rows > 0) this.#log.add(this.#centroids, centroids);
		this.#centroids = centroids;
		this.#squares = squares;
	}

	/** A point was put elsewhere by hand. */
	forget(point: number): void {
		this.#upper[point] = Infinity;
		this.#gap[point] = -Infinity;
	}

	/** Squared distance of a point to a centroid. */
	squared(point: number, c: number): number {
		const { columns, data } = this.#points;
		const product = dot(data, point * columns, this.#centroids.data, c * columns, columns);
		return (this.#lengths[point] as number) + (this.#squares[c] as number) - 2 * product;
	}

	/** Assigns points [from, to); gives how many changed their cluster. */
	assign(from: number, to: number): number {
		let changed = 0;
		for (let point = from; point < to; point++) {
			const own = this.labels[point] as number;
			if (own < 0) this.#compareAll(point);
			else if (!this.#mayChange(point, own)) continue;
			else this.#compare(point, own);
			if (this.labels[point] !== own) changed++;
		}
		return changed;
	}

	/** Whether any other centroid may be nearer by now. */
	#mayChange(point: number, own: number): boolean {
		const since = this.#since[point] as number;
		const [now, then] = [this.#log.ways, this.#log.waysAt(since)];
		const [lower, k, base] = [this.#lower, this.#k, point * this.#k];
		const moved = (now[own] as number) - (then[own] as number);
		if (moved + (now[k] as number) - (then[k] as number) < (this.#gap[point] as number)) return false;
		let nearest = Infinity;
		for (let c = 0; c < k; c++) {
			const bound = (lower[base + c] as number) - ((now[c] as number) - (then[c] as number));
			lower[base + c] = bound;
			if (bound < nearest && c !== own) nearest = bound;
		}
		return this.#note(point, own, (this.#upper[point] as number) + moved, nearest) <= 0;
	}

	/** Notes the bounds as they stand after the last move; gives the gap. */
	#note(point: number, own: number, upper: number, nearest: number): number {
		this.labels[point] = own;
		this.#since[point] = this.#log.moves;
		this.#upper[point] = upper;
		return (this.#gap[point] = nearest - upper - slack);
	}

	#settle(point: number, own: number, upper: number): void {
		const [lower, base] = [this.#lower, point * this.#k];
		let nearest = Infinity;
		for (let c = 0; c < this.#k; c++) {
			const bound = lower[base + c] as number;
			if (bound < nearest && c !== own) nearest = bound;
		}
		this.#note(point, own, upper, nearest);
	}

	#compareAll(point: number): void {
		const [lower, products, base] = [this.#lower, this.#products, point * this.#k];
		const length = this.#lengths[point] as number;
		productsWithAll(this.#points, point, this.#centroids, products);
		let best = 0;
		let least = Infinity;
		for (let c = 0; c < this.#k; c++) {
			const squared = length + (this.#squares[c] as number) - 2 * (products[c] as number);
			lower[base + c] = Math.sqrt(Math.max(0, squared));
			if (squared >= least) continue;
			best = c;
			least = squared;
		}
		this.computed += this.#k;
		this.#settle(point, best, lower[base + best] as number);
	}

	/** Compares with the centroids that may be nearest. */
	#compare(point: number, own: number): void {
		const [lower, base] = [this.#lower, point * this.#k];
		let best = own;
		let least = this.squared(point, own);
		let distance = Math.sqrt(Math.max(0, least));
		lower[base + own] = distance;
		this.computed++;
		for (let c = 0; c < this.#k; c++) {
			if (c === own || (lower[base + c] as number) > distance + slack) continue;
			const squared = this.squared(point, c);
			this.computed++;
			lower[base + c] = Math.sqrt(Math.max(0, squared));
			if (squared > least || (squared === least && c > best)) continue;
			best = c;
			least = squared;
			distance = lower[base + c] as number;
		}
		this.#settle(point, best, distance);
	}
}
