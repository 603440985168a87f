import { log } from '../../base/math.ts';
import { student95 } from '../tails.ts';
import { mostJoinpoints, rankJoinpoints, type Ranked, type WorkingData } from './joinpoint-search.ts';
import { dispersionOf, dot, fitLogit, logit, type LogitFit, type Observations } from './logit-fit.ts';

/** The number and the places of joinpoints that say most with least, and the fit that they give. */
export interface JoinpointModel extends LogitFit {
	/**
	 * First and last time at which the last joinpoint may as well lie (95 %), by the profile of the deviance;
	 * `null` without joinpoints.
	 */
	since: { low: number; high: number } | null;
	/**
	 * Other choices of as many joinpoints, one for each other last one in that range that makes the last segment at
	 * most twice as long, the likeliest first.
	 */
	rivals: readonly (readonly number[])[];
}

/** Of each number of joinpoints, how many choices get an exact fit. */
const finalists = 2;
/** Times that the line is linearised anew about the best fit so far. */
const rounds = 2;
/** A deviance below this is exact, and no joinpoint can better it. */
const exact = 1e-9;
/** How many times longer than the likeliest last segment another may be. */
const mostLonger = 2;

/**
 * Joinpoint regression (Kim, Fay, Feuer and Midthune 2000) on the logit of a share. Candidates are ranked by weighted
 * least squares on working responses, the foremost fitted exactly; their number is the one of least weighted BIC
 * (Kim, Chen, Midthune et al. 2023). Joinpoints that gain less than the BIC of known dispersion asks, if sampling were
 * all of it, are none: shares that vary less than sampling lets them would bend for nothing.
 *
 * @param sampling dispersion that sampling alone leaves
 */
export function fitJoinpoints(observed: Observations, sampling = 0): JoinpointModel {
	const most = mostJoinpoints(observed.times.length);
	const straight = fitLogit(observed, []);
	let best = { fit: straight, criterion: weightedBic(observed, straight) };
	let about: readonly number[] = smooth(observed);
	let rankings: Ranked[][] = [];
	const seen = new Set<string>();
	for (let round = 0; round < rounds && most > 0 && straight.deviance > exact; round++) {
		rankings = rankJoinpoints(workingData(observed, about), most);
		for (const { at } of rankings.flatMap((ranked) => ranked.slice(0, finalists))) {
			if (seen.has(at.join())) continue;
			seen.add(at.join());
			const fit = fitLogit(
				observed,
				at.map((index) => observed.times[index]!),
				about
			);
			const criterion = weightedBic(observed, fit);
			const gain = straight.deviance - fit.deviance;
			const isGained = gain > 2 * sampling * at.length * log(observed.times.length);
			if (isGained && criterion < best.criterion) best = { fit, criterion };
		}
		about = best.fit.fitted;
	}
	const profile = rankings[best.fit.joinpoints.length - 1];
	return { ...best.fit, ...(profile ? rangeOf(profile, observed, best.fit) : { since: null, rivals: [] }) };
}

/** A first guess: weighted means over five observations, drawn towards that of all so that none is 0 or 1. */
function smooth({ shares, weights }: Observations): number[] {
	const meanOf = (from: number, to: number) => {
		let [sum, papers] = [0, 0];
		for (let i = Math.max(0, from); i < Math.min(to, shares.length); i++) {
			sum += weights[i]! * shares[i]!;
			papers += weights[i]!;
		}
		return { sum, papers };
	};
	const all = meanOf(0, shares.length);
	const overall = (all.sum + 0.5) / (all.papers + 1);
	return shares.map((_, i) => {
		const { sum, papers } = meanOf(i - 2, i + 3);
		return (sum + overall) / (papers + 1);
	});
}

function workingData({ times, shares, weights }: Observations, about: readonly number[]): WorkingData {
	const spread = about.map((share) => share * (1 - share));
	return {
		times,
		responses: about.map((share, i) => logit(share) + (shares[i]! - share) / spread[i]!),
		weights: spread.map((each, i) => each * weights[i]!)
	};
}

/**
 * Weighted BIC: the price of a joinpoint lies between 2 and 3 times ln(n) / n, the higher the clearer the clearest of
 * the bends is.
 */
function weightedBic(observed: Observations, fit: LogitFit): number {
	const size = observed.times.length;
	const bends = fit.joinpoints.length;
	const price = bends === 0 ? 0 : (2 + clearestBend(observed, fit)) * bends;
	return log(Math.max(fit.deviance, exact) / size) + ((price + 2) * log(size)) / size;
}

/** Largest partial R-squared of a joinpoint in the two segments that meet in it. */
function clearestBend(observed: Observations, { joinpoints, fitted }: LogitFit): number {
	const { times, responses, weights } = workingData(observed, fitted);
	const ends = [-Infinity, ...joinpoints, Infinity];
	return joinpoints.reduce((most, joinpoint, order) => {
		const from = times.findIndex((time) => time >= ends[order]!);
		const to = times.findLastIndex((time) => time <= ends[order + 2]!) + 1;
		const line = { times: times.slice(from, to), weights: weights.slice(from, to) };
		const bent = line.times.map((time) => Math.max(0, time - joinpoint));
		return Math.max(most, partialCorrelation(responses.slice(from, to), bent, line));
	}, 0);
}

interface Line {
	times: readonly number[];
	weights: readonly number[];
}

/** Squared correlation of two vectors beyond a straight line. */
function partialCorrelation(a: readonly number[], b: readonly number[], { times, weights }: Line): number {
	const ones = Float64Array.from(weights, Math.sqrt);
	const along = beyond(ones, scaled(times, ones));
	const [one, other] = [a, b].map((values) => beyond(along, beyond(ones, scaled(values, ones))));
	const squares = dot(one!, one!) * dot(other!, other!);
	const product = dot(one!, other!);
	return squares > 0 ? Math.min(1, (product * product) / squares) : 0;
}

const scaled = (values: readonly number[], root: Float64Array) => root.map((each, i) => each * values[i]!);

function beyond(other: Float64Array, vector: Float64Array): Float64Array {
	const along = dot(vector, other) / dot(other, other);
	return vector.map((value, i) => value - along * other[i]!);
}

/** Last joinpoints whose best choice is hardly worse than the chosen one, as a likelihood ratio would have it. */
function rangeOf(
	profile: readonly Ranked[],
	{ times }: Observations,
	fit: LogitFit
): Pick<JoinpointModel, 'since' | 'rivals'> {
	const { value, freedom } = dispersionOf(fit);
	const quantile = student95(freedom);
	const allowed = profile[0]!.squares + Math.max(1, value) * quantile * quantile;
	const likely = profile.filter(({ squares }) => squares <= allowed);
	const chosen = fit.joinpoints.at(-1)!;
	const choices = likely.map(({ at }) => at.map((index) => times[index]!));
	const earliest = times.at(-1)! - mostLonger * (times.at(-1)! - chosen);
	const rivals = choices.filter((each) => each.at(-1) !== chosen && each.at(-1)! >= earliest);
	const places = choices.map((joinpoints) => joinpoints.at(-1)!);
	const low = places.reduce((least, place) => Math.min(least, place), chosen);
	const high = places.reduce((most, place) => Math.max(most, place), chosen);
	return { since: { low, high }, rivals };
}
