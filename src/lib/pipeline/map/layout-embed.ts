import { affinities, initialPositions } from './layout-affinities.ts';
import type { Matrix } from '../model.ts';

const iterations = 350;
const exaggerated = 80;
const exaggeration = 12;
const usualPerplexity = 30;

/**
 * Forces on each point: attraction by affinity, repulsion by nearness (van der Maaten and Hinton 2008, eq. 5). Each
 * pair is visited once.
 */
function gradient(joint: Float64Array, positions: Float64Array, scale: number, out: Float64Array): void {
	const n = positions.length / 2;
	const kernel = kernelSum(positions);
	out.fill(0);
	for (let i = 0; i < n; i++) {
		let [forceX, forceY] = [0, 0];
		const [xi, yi] = [positions[2 * i] as number, positions[2 * i + 1] as number];
		for (let j = 0; j < i; j++) {
			const dx = xi - (positions[2 * j] as number);
			const dy = yi - (positions[2 * j + 1] as number);
			const near = 1 / (1 + dx * dx + dy * dy);
			const pull = 4 * (scale * (joint[i * n + j] as number) - near / kernel) * near;
			forceX += pull * dx;
			forceY += pull * dy;
			out[2 * j] = (out[2 * j] as number) - pull * dx;
			out[2 * j + 1] = (out[2 * j + 1] as number) - pull * dy;
		}
		out[2 * i] = (out[2 * i] as number) + forceX;
		out[2 * i + 1] = (out[2 * i + 1] as number) + forceY;
	}
}

/** Sum of 1 / (1 + squared distance) over all ordered pairs of different points. */
function kernelSum(positions: Float64Array): number {
	const n = positions.length / 2;
	let sum = 0;
	for (let i = 0; i < n; i++) {
		const [xi, yi] = [positions[2 * i] as number, positions[2 * i + 1] as number];
		for (let j = 0; j < i; j++) {
			const dx = xi - (positions[2 * j] as number);
			const dy = yi - (positions[2 * j + 1] as number);
			sum += 2 / (1 + dx * dx + dy * dy);
		}
	}
	return Math.max(sum, 1e-12);
}

function centre(positions: Float64Array): void {
	const n = positions.length / 2;
	for (const axis of [0, 1]) {
		let sum = 0;
		for (let i = axis; i < positions.length; i += 2) sum += positions[i] as number;
		for (let i = axis; i < positions.length; i += 2) positions[i] = (positions[i] as number) - sum / n;
	}
}

/**
 * Exact t-SNE (van der Maaten and Hinton 2008) with early exaggeration, momentum and per-coordinate gains;
 * deterministic, from the leading components. Quadratic in the points: for landmarks.
 * @param points rows x components
 * @param tick called after each iteration
 * @returns rows x 2
 */
export async function embed(
	points: Matrix,
	tick: (done: number, total: number) => Promise<void>
): Promise<Float64Array> {
	const n = points.rows;
	const positions = initialPositions(points);
	if (n < 3) return positions;
	const joint = await affinities(points, Math.min(usualPerplexity, (n - 1) / 3), () => tick(0, iterations));
	const rate = Math.max(n / exaggeration / 4, 10);
	const force = new Float64Array(2 * n);
	const velocity = new Float64Array(2 * n);
	const gains = new Float64Array(2 * n).fill(1);
	for (let step = 0; step < iterations; step++) {
		const early = step < exaggerated;
		gradient(joint, positions, early ? exaggeration : 1, force);
		for (let i = 0; i < positions.length; i++) {
			const [pull, speed] = [force[i] as number, velocity[i] as number];
			const gain = pull > 0 === speed > 0 ? (gains[i] as number) * 0.8 : (gains[i] as number) + 0.2;
			gains[i] = Math.max(gain, 0.01);
			velocity[i] = (early ? 0.5 : 0.8) * speed - rate * (gains[i] as number) * pull;
			positions[i] = (positions[i] as number) + (velocity[i] as number);
		}
		centre(positions);
		await tick(step + 1, iterations);
	}
	return positions;
}
