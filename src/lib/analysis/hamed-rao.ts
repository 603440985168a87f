import { medianSlope, type Series } from './sen-slope.ts';
import { z95 } from './wilson.ts';

/**
 * By how much dependence between observations widens the variance of Kendall's score (Hamed and Rao 1998,
 * equations 3 and 4): from the autocorrelations, significant at 5 %, of the ranks of the series without its Sen
 * slope. Lags are differences of times, so that missing periods do not shorten them. The equations also narrow
 * the variance where neighbours differ more than chance has it; here they never do, since a few dozen periods
 * are too few to build more certainty on.
 *
 * @returns at least 1
 */
export function effectiveSampleRatio(series: Series): number {
	const n = series.values.length;
	const slope = medianSlope(series);
	const detrended = series.values.map((value, place) => value - slope * (series.times[place] as number));
	const deviations = ranks(detrended).map((rank) => rank - (n + 1) / 2);
	const total = deviations.reduce((sum, deviation) => sum + deviation * deviation, 0);
	if (total === 0) return 1;
	const products = laggedProducts(series.times, deviations);
	let sum = 0;
	for (let lag = 1; lag < n; lag++) {
		const correlation = (products[lag] as number) / total;
		if (Math.abs(correlation) <= z95 / Math.sqrt(n)) continue;
		sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
	}
	const ratio = 1 + (2 / (n * (n - 1) * (n - 2))) * sum;
	return Math.max(1, ratio);
}

/** By lag, from 0 to the number of observations. */
function laggedProducts(times: readonly number[], deviations: readonly number[]): Float64Array {
	const products = new Float64Array(times.length);
	for (let later = 1; later < times.length; later++) {
		for (let earlier = later - 1; earlier >= 0; earlier--) {
			const lag = (times[later] as number) - (times[earlier] as number);
			if (lag >= products.length) break;
			const product = (deviations[later] as number) * (deviations[earlier] as number);
			products[lag] = (products[lag] as number) + product;
		}
	}
	return products;
}

/** Ranks from 1; equal values share their mean rank. */
function ranks(values: readonly number[]): number[] {
	return values.map((value) => {
		let below = 0;
		let equal = 0;
		for (const other of values) {
			if (other < value) below++;
			else if (other === value) equal++;
		}
		return below + (equal + 1) / 2;
	});
}
