/**
 * Sums neighbouring values into at most `buckets` buckets of equal length (the last may be shorter), so
 * that a long series fits a small drawing without losing a paper.
 */
export function downscale(values: readonly number[], buckets: number): number[] {
	const size = Math.max(1, Math.ceil(values.length / Math.max(1, buckets)));
	const sums: number[] = [];
	for (let start = 0; start < values.length; start += size) {
		let sum = 0;
		for (let index = start; index < Math.min(start + size, values.length); index++) sum += values[index] ?? 0;
		sums.push(sum);
	}
	return sums;
}
