import { dot } from './logit-fit.ts';
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
	const row = gram[before]!;
	for (let last = before + limits.segment; last < own.length - limits.segment; last++) {
		const part = row[last]! / own[before]!;
		const left = own[last]! - part * row[last]!;
		const along = score[last]! - part * score[before]!;
		if (left > hardlyAnything) offer(taken, last, squares - (along * along) / left);
	}
}

/** Hinges, one for each observation, beyond what is fitted. */
interface Hinges {
	/** Inner products with each other. */
	gram: readonly (readonly number[])[];
	/** Their own squares. */
	own: readonly number[];
	/** Inner products with the response. */
	score: readonly number[];
	/** Squares of the response. */
	squares: number;
}

/** Hinges of unit length beyond a straight line. */
function hingesOf({ times, responses, weights }: WorkingData): Hinges {
	const root = weights.map(Math.sqrt);
	const scaled = (values: readonly number[]) => values.map((value, i) => value * root[i]!);
	const ones = unit(root);
	const line = unit(beyond(scaled(times), ones));
	const project = (values: readonly number[]) => beyond(beyond(scaled(values), ones), line);
	const response = project(responses);
	const hinges = times.map((start) => unit(project(times.map((time) => Math.max(0, time - start)))));
	return {
		gram: hinges.map((one) => hinges.map((other) => dot(one, other))),
		own: hinges.map((hinge) => dot(hinge, hinge)),
		score: hinges.map((hinge) => dot(hinge, response)),
		squares: dot(response, response)
	};
}

/** A vector at length 1; nothing where it is nothing but rounding. */
function unit(vector: readonly number[]): number[] {
	const squares = dot(vector, vector);
	const factor = squares > rounding ? 1 / Math.sqrt(squares) : 0;
	return vector.map((value) => value * factor);
}

const rounding = 1e-18;

/** What a vector has beyond one of length 1. */
function beyond(vector: readonly number[], other: readonly number[]): number[] {
	const along = dot(vector, other);
	return vector.map((value, i) => value - along * other[i]!);
}

/** Hinges beyond one that has been taken; of those after it, inner products with later ones. */
function without(taken: number, { gram, own, score, squares }: Hinges): Hinges {
	const size = own.length;
	const row = gram[taken]!;
	const next = { gram: gram.slice(), own: own.slice(), score: score.slice(), squares };
	for (let i = taken + limits.segment; i < size; i++) {
		const part = row[i]! / own[taken]!;
		next.own[i]! -= part * row[i]!;
		next.score[i]! -= part * score[taken]!;
		const line = gram[i]!.slice();
		for (let j = i + 1; j < size; j++) line[j]! -= part * row[j]!;
		next.gram[i] = line;
	}
	return next;
}
