import type { Interval } from './wilson.ts';

/** Observations in the order of time. */
export interface Series {
	/** Whole numbers, ascending, without repetition: places on an axis, of which some may be missing. */
	readonly times: readonly number[];
	readonly values: readonly number[];
}

export interface SenSlope {
	/** Change of the value with each step of time. */
	slope: number;
	/** 95 % interval; `null` when there are too few observations for one. */
	interval: Interval | null;
}

/** Median of the slopes between all pairs of observations (Theil 1950, Sen 1968); 0 with fewer than two. */
export function medianSlope(series: Series): number {
	return middle(pairSlopes(series));
}

/**
 * Sen's slope and the slopes that Kendall's test would not reject (Sen 1968), so that the interval holds 0 just
 * when the test finds no trend.
 *
 * @param critical smallest |s| that the test rejects
 */
export function senSlope(series: Series, critical: number): SenSlope {
	const slopes = pairSlopes(series);
	const pairs = slopes.length;
	const lower = slopes[Math.floor((pairs - critical) / 2)];
	const upper = slopes[Math.ceil((pairs + critical) / 2) - 1];
	const interval = lower === undefined || upper === undefined ? null : { lower, upper };
	return { slope: middle(slopes), interval };
}

const known = new WeakMap<Series, Float64Array>();

/** Ascending. Kept while the series lives, since a test and the slope itself both ask for them. */
function pairSlopes(series: Series): Float64Array {
	const slopes = known.get(series) ?? sortedSlopes(series);
	known.set(series, slopes);
	return slopes;
}

function sortedSlopes({ times, values }: Series): Float64Array {
	const slopes = new Float64Array((values.length * (values.length - 1)) / 2);
	let next = 0;
	for (let later = 1; later < values.length; later++) {
		for (let earlier = 0; earlier < later; earlier++) {
			const rise = (values[later] as number) - (values[earlier] as number);
			slopes[next++] = rise / ((times[later] as number) - (times[earlier] as number));
		}
	}
	return slopes.sort();
}

function middle(sorted: Float64Array): number {
	if (sorted.length === 0) return 0;
	const half = sorted.length >> 1;
	const upper = sorted[half] as number;
	return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}
