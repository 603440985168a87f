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
	/** Sum of squared Pearson residuals over the degrees of freedom. */
	dispersion: number;
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

export function dot(a: readonly number[], b: readonly number[]): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}

/**
 * Logit of the share as a continuous, piecewise linear function of time, joinpoints given: quasibinomial
 * likelihood by iteratively reweighted least squares (McCullagh and Nelder 1989, 2.5 and 4.4).
 */
export function fitLogit(observed: Observations, joinpoints: readonly number[]): LogitFit {
	const { shares, weights } = observed;
	const rows = observed.times.map((time) => basis(time, joinpoints));
	let fitted = shares.map((share, i) => (weights[i]! * share + 0.5) / (weights[i]! + 1));
	let predicted = fitted.map(logit);
	let solved = leastSquares(rows, predicted, fitted, observed);
	for (let step = 0; step < mostSteps; step++) {
		const next = rows.map((row) => clamp(dot(row, solved.coefficients)));
		const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - predicted[i]!)), 0);
		predicted = next;
		fitted = predicted.map(logistic);
		if (moved < tolerance) break;
		solved = leastSquares(rows, predicted, fitted, observed);
	}
	const residuals = fitted.map(
		(share, i) => (shares[i]! - share) * Math.sqrt(weights[i]! / (share * (1 - share)))
	);
	const dispersion = dot(residuals, residuals) / (shares.length - rows[0]!.length);
	return { joinpoints, ...solved, dispersion, deviance: devianceOf(observed, fitted), fitted, residuals };
}

const clamp = (x: number) => Math.max(-farthest, Math.min(farthest, x));

/** One step: working responses about the predicted logits, weighted by their information. */
function leastSquares(
	rows: readonly (readonly number[])[],
	predicted: readonly number[],
	fitted: readonly number[],
	{ shares, weights }: Observations
): { coefficients: number[]; inverse: number[][] } {
	const size = rows[0]!.length;
	const information = Array.from({ length: size }, () => new Array<number>(size).fill(0));
	const score = new Array<number>(size).fill(0);
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i]!;
		const share = fitted[i]!;
		const spread = share * (1 - share);
		const weight = weights[i]! * spread;
		const response = predicted[i]! + (shares[i]! - share) / spread;
		for (let a = 0; a < size; a++) {
			const part = weight * row[a]!;
			score[a]! += part * response;
			for (let b = 0; b <= a; b++) information[a]![b]! += part * row[b]!;
		}
	}
	for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) information[b]![a] = information[a]![b]!;
	const inverse = invert(information);
	return { coefficients: inverse.map((line) => dot(line, score)), inverse };
}

/** Inverse of a small symmetric positive definite matrix by Gauss-Jordan elimination of its scaled form. */
function invert(matrix: readonly (readonly number[])[]): number[][] {
	const scale = matrix.map((row, i) => 1 / Math.sqrt(row[i]!));
	const work = matrix.map((row, i) => [
		...row.map((value, j) => value * scale[i]! * scale[j]!),
		...row.map((_, j) => (i === j ? 1 : 0))
	]);
	for (let pivot = 0; pivot < work.length; pivot++) {
		const own = work[pivot]!;
		const factor = 1 / own[pivot]!;
		for (let column = 0; column < own.length; column++) own[column]! *= factor;
		for (const [i, row] of work.entries()) {
			const times = row[pivot]!;
			if (i === pivot || times === 0) continue;
			for (let column = 0; column < row.length; column++) row[column]! -= times * own[column]!;
		}
	}
	return work.map((row, i) => row.slice(work.length).map((value, j) => value * scale[i]! * scale[j]!));
}

/** Twice the quasi-likelihood that the saturated model has over this one. */
function devianceOf({ shares, weights }: Observations, fitted: readonly number[]): number {
	const part = (share: number, fit: number) => (share === 0 ? 0 : share * log(share / fit));
	return shares.reduce(
		(sum, share, i) => sum + 2 * weights[i]! * (part(share, fitted[i]!) + part(1 - share, 1 - fitted[i]!)),
		0
	);
}
