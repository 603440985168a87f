import { lineSlots } from '../../../drawing/colour.ts';
import { formatNumber } from '../../../format/format.ts';
import { unstated, type PaperNames } from '../../../queries/map/paper-columns.ts';
import { fadedClass, noPeriod } from './raster/raster-protocol.ts';
import type { TimeAxis } from './time-axis.ts';

/** What the colours of papers say: a class for each paper, and what each class is. */
export interface Classes {
	/** Place in `entries` by paper id, or in `grey` after them. */
	readonly of: Uint8Array;
	readonly entries: readonly ClassEntry[];
	/** Classes without a colour, which lie faded below the others: what is not known, and what is of no interest. */
	readonly grey: readonly string[];
}

export interface ClassEntry {
	readonly label: string;
	/** Name of the custom property that holds its colour. */
	readonly colour: string;
}

/** Steps of the sequential scale, and colours that tell names apart. */
export const mostSteps = 7;
export const mostNames = lineSlots.length;

/**
 * Where steps that hold about as many papers each begin, ascending; equal values are never parted.
 * @param values sorted
 */
export function stepStarts(values: ArrayLike<number>, most = mostSteps): number[] {
	const starts: number[] = [];
	let from = 0;
	while (from < values.length) {
		starts.push(values[from] as number);
		const left = most - starts.length;
		if (left === 0) break;
		let end = from + Math.max(1, Math.round((values.length - from) / (left + 1)));
		while (end < values.length && values[end] === values[end - 1]) end++;
		from = end;
	}
	return starts;
}

/** Colours for some steps: the ends of the scale for the first and the last. */
function rampOf(steps: number): string[] {
	return Array.from({ length: steps }, (_, step) => {
		const place = steps === 1 ? mostSteps - 1 : Math.round((step * (mostSteps - 1)) / (steps - 1));
		return `--step-${place + 1}`;
	});
}

/**
 * Papers in steps of about equal numbers.
 * @param values by paper id
 * @param missing the value of papers that state none
 * @param label words for a step from its smallest to its largest value
 */
function inSteps(
	values: ArrayLike<number> & Iterable<number>,
	missing: number,
	label: (from: number, to: number) => string,
	unknown: string
): Classes {
	const stated = Float64Array.from(values)
		.filter((value) => value !== missing)
		.sort();
	const starts = stepStarts(stated);
	const ramp = rampOf(starts.length);
	const last = stated.at(-1) ?? 0;
	const end = (step: number) => {
		const next = starts[step + 1];
		if (next === undefined) return last;
		// The largest value below the next step.
		let [low, high] = [0, stated.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((stated[middle] as number) < next) low = middle + 1;
			else high = middle;
		}
		return stated[low - 1] as number;
	};
	const of = Uint8Array.from(values, (value) => {
		if (value === missing) return starts.length;
		let step = starts.length - 1;
		while (step > 0 && value < (starts[step] as number)) step--;
		return step;
	});
	const entries = starts.map((from, step) => ({ label: label(from, end(step)), colour: ramp[step]! }));
	return { of, entries, grey: [unknown] };
}

const range = (from: string, to: string) => (from === to ? from : `${from}–${to}`);

/** Papers by a number that they state. */
export function numberClasses(values: Int32Array, unknown = 'not stated'): Classes {
	return inSteps(values, unstated, (from, to) => range(formatNumber(from), formatNumber(to)), unknown);
}

/** Papers by when they were published. */
export function dateClasses({ periods, periodOf }: TimeAxis): Classes {
	const label = (from: number, to: number) => range(periods[from]!.label, periods[to]!.label);
	return inSteps(periodOf, noPeriod, label, 'no date as fine');
}

/** Papers by the names that most of them state. */
export function nameClasses({ names, code }: PaperNames): Classes {
	const of = Uint8Array.from(code, (known) =>
		known === 0 ? names.length + 1 : known === 1 ? names.length : known - 2
	);
	const entries = names.map((label, place) => ({ label, colour: `--theme-${lineSlots[place]! + 1}` }));
	return { of, entries, grey: ['others', 'not stated'] };
}

/** Papers that a search finds, over the others. */
export function hitClasses(hits: Uint8Array): Classes {
	return {
		of: Uint8Array.from(hits, (hit) => 1 - hit),
		entries: [{ label: 'found', colour: '--accent' }],
		grey: ['not found']
	};
}

/** For each paper the place of its colour, or `fadedClass`. */
export function paintedClasses({ of, entries }: Classes): Uint8Array {
	return of.map((place) => (place < entries.length ? place : fadedClass));
}

/** Papers in each class, those without a colour last, of those that pass. */
export function papersByClass({ of, entries, grey }: Classes, passing: Uint8Array | null): number[] {
	const counts = [...entries, ...grey].map(() => 0);
	for (let paper = 0; paper < of.length; paper++) {
		if (passing === null || passing[paper] === 1) counts[of[paper] as number]!++;
	}
	return counts;
}

/** Areas of dots double from step to step; where each step but the first begins, as a multiple of the median. */
const sizeStarts = [0.75, 1.5, 3, 6, 12] as const;

/** The size of each paper, as its place in `dotScales`, and from what number on each size is. */
export interface DotSizes {
	readonly of: Uint8Array;
	/** For each size the smallest number that has it; the first is also that of papers that do not say. */
	readonly starts: readonly number[];
}

/** Dots whose areas grow with a number: that of the median of all above 0 is as usual. */
export function dotSizes(values: Int32Array): DotSizes {
	const above = values.filter((value) => value > 0).sort();
	const median = above[above.length >> 1] ?? 1;
	const starts = [0, ...sizeStarts.map((multiple) => Math.max(1, Math.ceil(multiple * median)))];
	const of = Uint8Array.from(values, (value) => {
		let size = starts.length - 1;
		while (size > 0 && value < (starts[size] as number)) size--;
		return size;
	});
	return { of, starts };
}
