import { affinities, type Affinities } from './layout-affinities.ts';
import type { Matrix } from '../model.ts';
import { dot } from '../space/matrix.ts';

/** The first two components, scaled to a spread of 0.0001, as a start (Kobak and Berens 2019). */
function initialPositions(points: Matrix): Float64Array<ArrayBuffer> {
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

const iterations = 200;
const exaggerated = 50;
const exaggeration = 12;
const usualPerplexity = 30;

/** Coordinates, or forces along them, of all points. */
interface Plane {
	readonly x: Float64Array;
	readonly y: Float64Array;
}

const plane = (points: number): Plane => ({ x: new Float64Array(points), y: new Float64Array(points) });

/** Adds the attraction between pairs with affinity. */
function attract({ first, second, affinity }: Affinities, at: Plane, scale: number, out: Plane): void {
	for (let pair = 0; pair < affinity.length; pair++) {
		const [i, j] = [first[pair] as number, second[pair] as number];
		const dx = (at.x[i] as number) - (at.x[j] as number);
		const dy = (at.y[i] as number) - (at.y[j] as number);
		const pull = (scale * (affinity[pair] as number)) / (1 + dx * dx + dy * dy);
		out.x[i] = (out.x[i] as number) + pull * dx;
		out.y[i] = (out.y[i] as number) + pull * dy;
		out.x[j] = (out.x[j] as number) - pull * dx;
		out.y[j] = (out.y[j] as number) - pull * dy;
	}
}

/** Repulsion between all pairs, yet to be divided by the sum of their nearness, which is given. */
function repel({ x, y }: Plane, out: Plane): number {
	const [outX, outY] = [out.x, out.y];
	let kernel = 0;
	for (let i = 0; i < x.length; i++) {
		let [forceX, forceY] = [0, 0];
		const [xi, yi] = [x[i] as number, y[i] as number];
		for (let j = 0; j < i; j++) {
			const dx = xi - (x[j] as number);
			const dy = yi - (y[j] as number);
			const near = 1 / (1 + dx * dx + dy * dy);
			kernel += near;
			const pushX = near * near * dx;
			const pushY = near * near * dy;
			forceX += pushX;
			forceY += pushY;
			outX[j] = (outX[j] as number) - pushX;
			outY[j] = (outY[j] as number) - pushY;
		}
		outX[i] = (outX[i] as number) + forceX;
		outY[i] = (outY[i] as number) + forceY;
	}
	return Math.max(2 * kernel, 1e-12);
}

function centre(values: Float64Array): void {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) - mean;
}

/** Moves one coordinate of all points by gradient descent with momentum and gains of its own (Jacobs 1988). */
class Descent {
	readonly #values: Float64Array;
	readonly #velocity: Float64Array;
	readonly #gains: Float64Array;

	constructor(values: Float64Array) {
		this.#values = values;
		this.#velocity = new Float64Array(values.length);
		this.#gains = new Float64Array(values.length).fill(1);
	}

	/** @param repulsion what the pushes are divided by */
	step(pulls: Float64Array, pushes: Float64Array, repulsion: number, rate: number, momentum: number): void {
		const [values, velocity, gains] = [this.#values, this.#velocity, this.#gains];
		for (let i = 0; i < values.length; i++) {
			const slope = 4 * ((pulls[i] as number) - (pushes[i] as number) / repulsion);
			const speed = velocity[i] as number;
			const gain = slope > 0 === speed > 0 ? (gains[i] as number) * 0.8 : (gains[i] as number) + 0.2;
			gains[i] = Math.max(gain, 0.01);
			velocity[i] = momentum * speed - rate * (gains[i] as number) * slope;
			values[i] = (values[i] as number) + (velocity[i] as number);
		}
		centre(values);
	}
}

/**
 * t-SNE (van der Maaten and Hinton 2008, attraction between neighbours only, exact repulsion) with early exaggeration,
 * momentum and per-coordinate gains; deterministic, from the leading components. Quadratic in the points: for landmarks.
 * @param points rows x components
 * @param tick called after each iteration
 * @returns rows x 2
 */
export async function embed(
	points: Matrix,
	tick: (done: number, total: number) => Promise<void>
): Promise<Float64Array<ArrayBuffer>> {
	const n = points.rows;
	const start = initialPositions(points);
	if (n < 3) return start;
	const pairs = await affinities(points, Math.min(usualPerplexity, (n - 1) / 3), () => tick(0, iterations));
	const rate = Math.max(n / exaggeration / 4, 10);
	const at = { x: start.filter((_, i) => i % 2 === 0), y: start.filter((_, i) => i % 2 === 1) };
	const [pulls, pushes] = [plane(n), plane(n)];
	const descents = { x: new Descent(at.x), y: new Descent(at.y) };
	for (let step = 0; step < iterations; step++) {
		const early = step < exaggerated;
		for (const { x, y } of [pulls, pushes]) [x, y].forEach((force) => force.fill(0));
		attract(pairs, at, early ? exaggeration : 1, pulls);
		const repulsion = repel(at, pushes);
		for (const axis of ['x', 'y'] as const) {
			descents[axis].step(pulls[axis], pushes[axis], repulsion, rate, early ? 0.5 : 0.8);
		}
		await tick(step + 1, iterations);
	}
	return Float64Array.from({ length: 2 * n }, (_, i) => at[i % 2 === 0 ? 'x' : 'y'][i >> 1] as number);
}
