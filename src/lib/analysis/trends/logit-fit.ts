import { exp, log } from '../../base/math.ts';

/** Shares at some times, in their order. */
export interface Observations {
	/** Whole numbers, ascending: places on an axis, of which some may be missing. */
	readonly times: readonly number[];
	/** 0 to 1 */
	readonly shares: readonly number[];
	/** What each share counts as, in papers that do not depend on each other; above 0. */
	readonly weights: readonly number[];
}

export interface LogitFit {
	/** Times at which the slope changes, ascending. */
	joinpoints: readonly number[];
	/** Of 1, time, and time beyond each joinpoint, on the logit scale. */
	coefficients: readonly number[];
	/** Inverse of the information; times the dispersion it is the covariance of the coefficients. */
	inverse: readonly (readonly number[])[];
	deviance: number;
	/** Shares, 0 to 1. */
	fitted: readonly number[];
	/** Pearson residuals. */
	residuals: readonly number[];
}

const mostSteps = 50;
/** Change of a logit below which nothing is gained: the step after it moves by about its square. */
const tolerance = 1e-6;
/** Logits beyond this differ from a share of 0 or 1 by less than any corpus can show. */
const farthest = 30;

/** The row of the model matrix at a time: 1, time, time beyond each joinpoint. */
export function basis(time: number, joinpoints: readonly number[]): number[] {
	return [1, time, ...joinpoints.map((joinpoint) => Math.max(0, time - joinpoint))];
}

export const logistic = (x: number) => 1 / (1 + exp(-x));

/** Logit of a share strictly between 0 and 1. */
export const logit = (share: number) => log(share / (1 - share));

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}

/**
 * Logit of the share as a continuous, piecewise linear function of time, joinpoints given: quasibinomial
 * likelihood by iteratively reweighted least squares (McCullagh and Nelder 1989, 2.5 and 4.4).
 *
 * @param about shares to begin with, strictly between 0 and 1
 */
export function fitLogit(
	observed: Observations,
	joinpoints: readonly number[],
	about?: ArrayLike<number>
): LogitFit {
	const { times, shares, weights } = observed;
	const columns = columnsOf(times, joinpoints);
	const fitted = Float64Array.from(
		about ?? shares.map((share, i) => (weights[i]! * share + 0.5) / (weights[i]! + 1))
	);
	const predicted = Float64Array.from(fitted, logit);
	let solved = leastSquares(columns, predicted, fitted, observed);
	for (let step = 0; step < mostSteps; step++) {
		if (predict(columns, solved.coefficients, predicted, fitted) < tolerance) break;
		solved = leastSquares(columns, predicted, fitted, observed);
	}
	const residuals = Array.from(
		fitted,
		(share, i) => (shares[i]! - share) * Math.sqrt(weights[i]! / (share * (1 - share)))
	);
	return {
		joinpoints,
		...solved,
		deviance: devianceOf(observed, fitted),
		fitted: [...fitted],
		residuals
	};
}

/** Sum of squared Pearson residuals over the degrees of freedom; a joinpoint costs two: its slope and its place. */
export function dispersionOf({ joinpoints, residuals }: LogitFit): { value: number; freedom: number } {
	const freedom = Math.max(1, residuals.length - 2 - 2 * joinpoints.length);
	return { value: dot(residuals, residuals) / freedom, freedom };
}

/** The model matrix by columns: 1, time, time beyond each joinpoint. */
function columnsOf(times: readonly number[], joinpoints: readonly number[]): Float64Array[] {
	const beyond = joinpoints.map((joinpoint) =>
		Float64Array.from(times, (time) => Math.max(0, time - joinpoint))
	);
	return [new Float64Array(times.length).fill(1), Float64Array.from(times), ...beyond];
}

/** Writes logits and shares; returns by how much the logit moved that moved most. */
function predict(
	columns: readonly Float64Array[],
	coefficients: readonly number[],
	predicted: Float64Array,
	fitted: Float64Array
): number {
	let most = 0;
	for (let i = 0; i < predicted.length; i++) {
		let sum = 0;
		for (let column = 0; column < columns.length; column++)
			sum += columns[column]![i]! * coefficients[column]!;
		const next = Math.max(-farthest, Math.min(farthest, sum));
		most = Math.max(most, Math.abs(next - predicted[i]!));
		predicted[i] = next;
		fitted[i] = logistic(next);
	}
	return most;
}

/** One step: working responses about the predicted logits, weighted by their information. */
function leastSquares(
	columns: readonly Float64Array[],
	predicted: Float64Array,
	fitted: Float64Array,
	{ shares, weights }: Observations
): { coefficients: number[]; inverse: number[][] } {
	const information = new Float64Array(fitted.length);
	const response = new Float64Array(fitted.length);
	for (let i = 0; i < fitted.length; i++) {
		const spread = fitted[i]! * (1 - fitted[i]!);
		information[i] = weights[i]! * spread;
		response[i] = information[i]! * predicted[i]! + weights[i]! * (shares[i]! - fitted[i]!);
	}
	const inverse = inverseInformation(columns, information);
	const score = columns.map((column) => dot(column, response));
	return { coefficients: inverse.map((line) => dot(line, score)), inverse };
}

/** Inverse of the weighted inner products of columns. */
function inverseInformation(columns: readonly Float64Array[], weights: Float64Array): number[][] {
	const products = columns.map(() => columns.map(() => 0));
	for (const [a, one] of columns.entries()) {
		for (let b = 0; b <= a; b++) {
			const other = columns[b]!;
			let sum = 0;
			for (let i = 0; i < weights.length; i++) sum += weights[i]! * one[i]! * other[i]!;
			products[a]![b] = sum;
			products[b]![a] = sum;
		}
	}
	return invert(products);
}

/** Inverse of a small symmetric positive definite matrix by Gauss-Jordan elimination of its scaled form. */
function invert(matrix: readonly (readonly number[])[]): number[][] {
	const scale = matrix.map((row, i) => 1 / Math.sqrt(row[i]!));
	const work = matrix.map((row, i) => row.map((value, j) => value * scale[i]! * scale[j]!));
	for (const [pivot, own] of work.entries()) {
		const factor = 1 / own[pivot]!;
		own[pivot] = 1;
		for (let column = 0; column < own.length; column++) own[column]! *= factor;
		for (const [i, row] of work.entries()) {
			if (i === pivot) continue;
			const times = row[pivot]!;
			row[pivot] = 0;
			for (let column = 0; column < row.length; column++) row[column]! -= times * own[column]!;
		}
	}
	return work.map((row, i) => row.map((value, j) => value * scale[i]! * scale[j]!));
}

/**
 * Of a weighted least-squares fit with joinpoints, the unit vector of which the estimated last slope is a multiple,
 * for observations scaled to the same variance.
 */
export function lastSlopeDirection(
	times: readonly number[],
	weights: readonly number[],
	joinpoints: readonly number[]
): number[] {
	const columns = columnsOf(times, joinpoints);
	const inverse = inverseInformation(columns, Float64Array.from(weights));
	const slope = columns.map((_, column) => (column === 0 ? 0 : 1));
	const along = inverse.map((line) => dot(line, slope));
	const direction = times.map((time, i) => Math.sqrt(weights[i]!) * dot(basis(time, joinpoints), along));
	const length = Math.sqrt(dot(direction, direction));
	return direction.map((value) => value / length);
}

/** Twice the quasi-likelihood that the saturated model has over this one. */
function devianceOf({ shares, weights }: Observations, fitted: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < fitted.length; i++) {
		const [share, fit] = [shares[i]!, fitted[i]!];
		const own = share > 0 ? share * log(share / fit) : 0;
		const rest = share < 1 ? (1 - share) * log((1 - share) / (1 - fit)) : 0;
		sum += 2 * weights[i]! * (own + rest);
	}
	return sum;
}
