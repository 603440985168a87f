/** Tricube weight of a distance, in parts of the bandwidth. */
function tricube(distance: number): number {
	if (distance >= 1) return 0;
	const rest = 1 - distance * distance * distance;
	return rest * rest * rest;
}

/** Distance from a time to the nearest ones, the last of `count` of them. */
function bandwidth(times: readonly number[], at: number, count: number): number {
	const distances = times.map((time) => Math.abs(time - at)).sort((a, b) => a - b);
	return distances[Math.min(count, times.length) - 1] ?? 0;
}

/**
 * What each point adds to the value at a time of the line through all of them by weighted least squares; `null` where
 * no point has weight.
 */
function lineAt(at: number, times: readonly number[], weights: readonly number[]): number[] | null {
	let [sum, moment, inertia] = [0, 0, 0];
	weights.forEach((weight, i) => {
		const offset = (times[i] as number) - at;
		sum += weight;
		moment += weight * offset;
		inertia += weight * offset * offset;
	});
	if (sum === 0) return null;
	const spread = sum * inertia - moment * moment;
	// Of points at one time only their mean is known.
	if (spread <= 1e-12 * sum * inertia) return weights.map((weight) => weight / sum);
	return weights.map((weight, i) => (weight * (inertia - ((times[i] as number) - at) * moment)) / spread);
}

/**
 * Local regression (LOESS; Cleveland 1979, Cleveland and Devlin 1988): at each time the value of a line through the
 * nearest points, weighted by tricube of their distance. Linear, not robust: nothing is taken for an outlier.
 *
 * @param times ascending
 * @param weights of the point at each time, such as the papers that a share rests on
 * @param nearest points that take part at each time
 * @returns makes fitted values of the values at these times; `null` where all points near a time have weight 0
 */
export function localRegression(
	times: readonly number[],
	weights: readonly number[],
	nearest: number
): (values: readonly number[]) => (number | null)[] {
	const rows = times.map((at) => {
		const reach = bandwidth(times, at, nearest);
		const near = (time: number) => (reach === 0 ? 1 : tricube(Math.abs(time - at) / reach));
		return lineAt(
			at,
			times,
			weights.map((weight, i) => weight * near(times[i] as number))
		);
	});
	return (values) =>
		rows.map((row) => row && row.reduce((sum, part, i) => sum + part * (values[i] as number), 0));
}
