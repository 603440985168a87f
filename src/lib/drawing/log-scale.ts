/**
 * Position of a team size on a log axis, as a fraction of its length from 0 to 1. Sizes outside the axis
 * stand at its ends.
 *
 * @param from first value of the axis, above 0
 * @param to last value, above `from`
 */
export function logPosition(value: number, from: number, to: number): number {
	if (!(value > from) || !(to > from)) return 0;
	return Math.min(1, Math.log(value / from) / Math.log(to / from));
}

/** Last value of a log axis from 1 that holds `largest`: the next of 5, 10, 20, 50, 100 ... */
export function logEnd(largest: number): number {
	for (let power = 1; ; power *= 10) {
		const end = [5, 10, 20].find((factor) => factor * power >= largest);
		if (end !== undefined) return end * power;
		if (power > 1e15) return power;
	}
}
