import type { TimeAxis } from './time-axis.ts';

/** Some periods of the axis, both ends inside. */
export type TimeWindow = readonly [first: number, last: number];

/** How many periods a window shows; `all` is everything until its last. */
export type WindowLength = number | 'all';

/** The window that ends at a period. */
export function windowAt(last: number, length: WindowLength): TimeWindow {
	return [length === 'all' ? 0 : Math.max(0, last - length + 1), last];
}

/** The period that holds a day, or the first after it; the last one for a later day. */
export function periodUntil(periods: TimeAxis['periods'], day: string): number {
	const found = periods.findIndex(({ end }) => end >= day);
	return found < 0 ? periods.length - 1 : found;
}

/** The period after one, from the first again behind the last; the first when there is none yet. */
export function nextEnd(last: number | null, periods: number): number {
	return last === null || last >= periods - 1 ? 0 : last + 1;
}

/** Whether playing has come to its end. */
export const isLast = (last: number, periods: number): boolean => last >= periods - 1;

const names = {
	month: ['month', 'months'],
	quarter: ['quarter', 'quarters'],
	year: ['year', 'years']
} as const;
const lengths = { month: [1, 3, 6, 12], quarter: [1, 2, 4, 8], year: [1, 3, 5, 10] } as const;

/** Lengths to choose from. */
export function windowChoices(
	unit: keyof typeof lengths,
	periods: number
): { value: string; label: string; length: WindowLength }[] {
	const [one, many] = names[unit];
	const some = lengths[unit].filter((length) => length === 1 || length < periods);
	return [
		...some.map((length) => ({
			value: String(length),
			label: `${length} ${length === 1 ? one : many}`,
			length
		})),
		{ value: 'all', label: 'all until then', length: 'all' as const }
	];
}
