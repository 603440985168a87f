/** A range of neighbouring steps of an axis, both ends inclusive, from 0. */
export interface StepRange {
	from: number;
	to: number;
}

export type Handle = keyof StepRange;

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Step under a position; positions beside the axis count for the nearest step. */
export function stepAt(position: number, length: number, steps: number): number {
	return clamp(Math.floor((position / length) * steps), 0, Math.max(0, steps - 1));
}

/** The range between two steps, whichever comes first. */
export function rangeBetween(a: number, b: number): StepRange {
	return { from: Math.min(a, b), to: Math.max(a, b) };
}

/** `null` stands for no filter, which is what the whole axis amounts to. */
export function rangeOrAll(range: StepRange, steps: number): StepRange | null {
	return range.from <= 0 && range.to >= steps - 1 ? null : range;
}

/** Where a key takes a handle: a step, or `null` when the key means nothing to it. Handles never cross. */
export function movedHandle(range: StepRange, handle: Handle, key: string, steps: number): StepRange | null {
	const [least, most] = handle === 'from' ? [0, range.to] : [range.from, steps - 1];
	const page = Math.max(2, Math.round(steps / 10));
	const moves = new Map<string, number>([
		['ArrowLeft', range[handle] - 1],
		['ArrowDown', range[handle] - 1],
		['ArrowRight', range[handle] + 1],
		['ArrowUp', range[handle] + 1],
		['PageDown', range[handle] - page],
		['PageUp', range[handle] + page],
		['Home', least],
		['End', most]
	]);
	const wanted = moves.get(key);
	return wanted === undefined ? null : { ...range, [handle]: clamp(wanted, least, most) };
}

interface Dated {
	start: string;
	end: string;
}

/** Steps of an axis of periods that a range of days touches; `null` when it touches none. */
export function stepsOfDays(periods: readonly Dated[], days: { from: string; to: string }): StepRange | null {
	const from = periods.findIndex(({ end }) => end >= days.from);
	const to = periods.findLastIndex(({ start }) => start <= days.to);
	return from < 0 || to < from ? null : { from, to };
}

/** First and last day of a range of periods. */
export function daysOfSteps(
	periods: readonly Dated[],
	range: StepRange
): { from: string; to: string } | null {
	const first = periods[range.from];
	const last = periods[range.to];
	return first && last ? { from: first.start, to: last.end } : null;
}

interface Binned {
	from: number | null;
	to: number | null;
}

/** Bins that a range of team sizes touches. An open end reaches the last bin. */
export function stepsOfSizes(
	bins: readonly Binned[],
	sizes: { from: number; to: number | null }
): StepRange | null {
	const from = bins.findIndex(({ to }) => to === null || to >= sizes.from);
	const to = bins.findLastIndex(({ from: least }) => sizes.to === null || (least ?? 0) <= sizes.to);
	return from < 0 || to < from ? null : { from, to };
}

/** Team sizes of a range of bins; the end stays open where the last bin's is, or where it is the last of all. */
export function sizesOfSteps(
	bins: readonly Binned[],
	range: StepRange
): { from: number; to: number | null } | null {
	const first = bins[range.from];
	const last = bins[range.to];
	if (!first || !last || first.from === null) return null;
	return { from: first.from, to: range.to === bins.length - 1 ? null : last.to };
}
