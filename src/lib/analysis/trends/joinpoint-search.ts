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
		const least = new Float64Array(data.times.length).fill(Infinity);
		visit([], line, fewer, (before, last, squares) => {
			if (!(squares < least[last]!)) return;
			least[last] = squares;
			best.set(last, { at: [...before, last], squares });
		});
		return [...best.values()].sort((a, b) => a.squares - b.squares || a.at[0]! - b.at[0]!);
	});
}

type Offer = (before: readonly number[], last: number, squares: number) => void;

/** Takes `more` hinges behind those taken, and offers each choice of one beyond these. */
function visit(taken: readonly number[], hinges: Hinges, more: number, offer: Offer): void {
	const { own, score } = hinges;
	const first = taken.length === 0 ? limits.segment - 1 : taken.at(-1)! + limits.segment;
	for (let next = first; next < own.length - limits.segment * (more + 1); next++) {
		if (!(own[next]! > hardlyAnything)) continue;
		const squares = hinges.squares - (score[next]! * score[next]!) / own[next]!;
		if (more === 0) offer(taken, next, squares);
		else if (more === 1) close([...taken, next], hinges, squares, offer);
		else visit([...taken, next], without(next, hinges, squares), more - 1, offer);
	}
}

/** Offers each hinge behind the last of those taken, of which only that one is still to be taken away from it. */
function close(taken: readonly number[], { gram, own, score }: Hinges, squares: number, offer: Offer): void {
	const before = taken.at(-1)!;
	const size = own.length;
	const [ownBefore, scoreBefore] = [own[before]!, score[before]!];
	for (let last = before + limits.segment; last < size - limits.segment; last++) {
		const product = gram[before * size + last]!;
		const part = product / ownBefore;
		const left = own[last]! - part * product;
		const along = score[last]! - part * scoreBefore;
		if (left > hardlyAnything) offer(taken, last, squares - (along * along) / left);
	}
}

/** Hinges, one for each observation, beyond what is fitted. */
interface Hinges {
	/** Inner products with each other, row by row. */
	gram: Float64Array;
	/** For those of one choice at a time beyond its first hinge: of three at most, only the first needs it. */
	room: Float64Array;
	/** Their own squares. */
	own: Float64Array;
	/** Inner products with the response. */
	score: Float64Array;
	/** Squares of the response. */
	squares: number;
}

/** Hinges of unit length beyond a straight line, by sums over the observations from each one on. */
function hingesOf({ times, responses, weights }: WorkingData): Hinges {
	const size = times.length;
	const all = sumsFrom(weights)[0]!;
	const t = centred(times, weights, all);
	const r = centred(responses, weights, all);
	const products = (a: Float64Array, b: Float64Array) => weights.map((weight, i) => weight * a[i]! * b[i]!);
	const ones = t.map(() => 1);
	const [w, wt, wtt] = [products(ones, ones), products(ones, t), products(t, t)].map(sumsFrom) as Triple;
	const [wr, wtr] = [products(ones, r), products(t, r)].map(sumsFrom) as Pair;
	const level = t.map((start, i) => (wt[i]! - start * w[i]!) / Math.sqrt(all));
	const slope = t.map((start, i) => (wtt[i]! - start * wt[i]!) / Math.sqrt(wtt[0]!));
	const along = wtr[0]! / Math.sqrt(wtt[0]!);
	const product = (i: number, j: number) =>
		wtt[j]! -
		(t[i]! + t[j]!) * wt[j]! +
		t[i]! * t[j]! * w[j]! -
		level[i]! * level[j]! -
		slope[i]! * slope[j]!;
	const factor = t.map((_, i) => {
		const squares = product(i, i);
		return squares > hardlyAnything * (squares + level[i]! * level[i]!) ? 1 / Math.sqrt(squares) : 0;
	});
	const gram = new Float64Array(size * size);
	for (let i = 0; i < size; i++) {
		for (let j = i; j < size; j++) gram[i * size + j] = factor[i]! * factor[j]! * product(i, j);
	}
	return {
		gram,
		room: new Float64Array(size * size),
		own: factor.map((each) => (each > 0 ? 1 : 0)),
		score: t.map((start, i) => factor[i]! * (wtr[i]! - start * wr[i]! - slope[i]! * along)),
		squares: sumsFrom(products(r, r))[0]! - along * along
	};
}

type Pair = [Float64Array, Float64Array];
type Triple = [Float64Array, Float64Array, Float64Array];

/** Of each value and all behind it. */
function sumsFrom(values: readonly number[]): Float64Array {
	const sums = Float64Array.from(values);
	for (let i = sums.length - 2; i >= 0; i--) sums[i]! += sums[i + 1]!;
	return sums;
}

function centred(values: readonly number[], weights: readonly number[], all: number): Float64Array {
	const mean = values.reduce((sum, value, i) => sum + weights[i]! * value, 0) / all;
	return Float64Array.from(values, (value) => value - mean);
}

/** Hinges beyond one that has been taken: of those after it, inner products with later ones. */
function without(taken: number, all: Hinges, squares: number): Hinges {
	const gram = all.room;
	const size = all.own.length;
	const [own, score] = [all.own.slice(), all.score.slice()];
	const row = all.gram.subarray(taken * size, (taken + 1) * size);
	for (let i = taken + limits.segment; i < size; i++) {
		const part = row[i]! / all.own[taken]!;
		own[i]! -= part * row[i]!;
		score[i]! -= part * all.score[taken]!;
		for (let j = i + limits.segment; j < size; j++) {
			gram[i * size + j] = all.gram[i * size + j]! - part * row[j]!;
		}
	}
	return { gram, room: gram, own, score, squares };
}
