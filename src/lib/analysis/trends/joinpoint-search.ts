import { thresholds } from './thresholds.ts';

/** A line to be bent: responses and weights at times. */
export interface WorkingData {
	readonly times: readonly number[];
	readonly responses: readonly number[];
	readonly weights: readonly number[];
}

/** A choice of joinpoints with the weighted squares that it leaves. */
export interface Ranked {
	/** Indices of observations, ascending. */
	at: readonly number[];
	squares: number;
}

const limits = thresholds.joinpoints;
/** Below this part of itself, a hinge adds nothing to what is taken. */
const hardlyAnything = 1e-9;

/** Joinpoints that so many tested periods allow. */
export function mostJoinpoints(periods: number): number {
	return Math.min(limits.most, Math.floor(periods / limits.each));
}

/**
 * For each number of joinpoints and each last joinpoint, the best choice by the weighted squares that a continuous
 * piecewise linear fit leaves. All choices are looked at: a hinge is worth what its part beyond the straight line,
 * and beyond the hinges before it, explains.
 *
 * @param most 1 to 3
 * @returns for one joinpoint, for two and so on, the least squares first
 */
export function rankJoinpoints(data: WorkingData, most: number): Ranked[][] {
	const line = hingesOf(data);
	return Array.from({ length: most }, (_, fewer) => {
		const best = new Map<number, Ranked>();
		visit([], line, fewer, (at, last, squares) => {
			if ((best.get(last)?.squares ?? Infinity) > squares) best.set(last, { at: [...at, last], squares });
		});
		return [...best.values()].sort((a, b) => a.squares - b.squares || a.at[0]! - b.at[0]!);
	});
}

/** Takes `more` hinges behind those taken, and offers each choice of one beyond these. */
function visit(
	taken: readonly number[],
	hinges: Hinges,
	more: number,
	offer: (taken: readonly number[], last: number, squares: number) => void
): void {
	const { own, score } = hinges;
	const first = taken.length === 0 ? limits.segment - 1 : taken.at(-1)! + limits.segment;
	for (let next = first; next < own.length - limits.segment * (more + 1); next++) {
		if (!(own[next]! > hardlyAnything)) continue;
		const squares = hinges.squares - (score[next]! * score[next]!) / own[next]!;
		if (more === 0) offer(taken, next, squares);
		else if (more === 1) close([...taken, next], { ...hinges, squares }, offer);
		else visit([...taken, next], without(next, { ...hinges, squares }), more - 1, offer);
	}
}

/** Offers each hinge behind the last of those taken, of which only that one is still to be taken away from it. */
function close(
	taken: readonly number[],
	{ gram, own, score, squares }: Hinges,
	offer: (taken: readonly number[], last: number, squares: number) => void
): void {
	const before = taken.at(-1)!;
	const size = own.length;
	for (let last = before + limits.segment; last < size - limits.segment; last++) {
		const product = gram[before * size + last]!;
		const part = product / own[before]!;
		const left = own[last]! - part * product;
		const along = score[last]! - part * score[before]!;
		if (left > hardlyAnything) offer(taken, last, squares - (along * along) / left);
	}
}

/** Hinges, one for each observation, beyond what is fitted. */
interface Hinges {
	/** Inner products with each other, row by row. */
	gram: Float64Array;
	/** Their own squares. */
	own: Float64Array;
	/** Inner products with the response. */
	score: Float64Array;
	/** Squares of the response. */
	squares: number;
}

/** Hinges of unit length beyond a straight line. */
function hingesOf({ times, responses, weights }: WorkingData): Hinges {
	const size = times.length;
	const root = Float64Array.from(weights, Math.sqrt);
	const scaled = (value: (i: number) => number) => root.map((each, i) => each * value(i));
	const ones = toUnit(root.slice());
	const line = toUnit(
		takeAway(
			ones,
			scaled((i) => times[i]!)
		)
	);
	const beyond = (vector: Float64Array) => takeAway(line, takeAway(ones, vector));
	const response = beyond(scaled((i) => responses[i]!));
	const hinges = times.map((start) => toUnit(beyond(scaled((i) => Math.max(0, times[i]! - start)))));
	const gram = new Float64Array(size * size);
	for (const [i, one] of hinges.entries()) {
		for (let j = i; j < size; j++) gram[i * size + j] = inner(one, hinges[j]!);
	}
	return {
		gram,
		own: Float64Array.from(hinges, (_, i) => gram[i * size + i]!),
		score: Float64Array.from(hinges, (hinge) => inner(hinge, response)),
		squares: inner(response, response)
	};
}

/** Brings a vector to length 1, or to nothing where it is nothing but rounding. */
function toUnit(vector: Float64Array): Float64Array {
	const squares = inner(vector, vector);
	const factor = squares > rounding ? 1 / Math.sqrt(squares) : 0;
	for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
	return vector;
}

const rounding = 1e-18;

/** Takes from a vector what it has along one of length 1. */
function takeAway(other: Float64Array, vector: Float64Array): Float64Array {
	const along = inner(vector, other);
	for (let i = 0; i < vector.length; i++) vector[i]! -= along * other[i]!;
	return vector;
}

/** Hinges beyond one that has been taken; of those after it, inner products with later ones. */
function without(taken: number, { gram, own, score, squares }: Hinges): Hinges {
	const size = own.length;
	const next = { gram: gram.slice(), own: own.slice(), score: score.slice(), squares };
	const row = gram.subarray(taken * size, (taken + 1) * size);
	for (let i = taken + limits.segment; i < size; i++) {
		const part = row[i]! / own[taken]!;
		next.own[i]! -= part * row[i]!;
		next.score[i]! -= part * score[taken]!;
		for (let j = i + 1; j < size; j++) next.gram[i * size + j]! -= part * row[j]!;
	}
	return next;
}

/** Of vectors of one kind only, which hosts make fast. */
function inner(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}
