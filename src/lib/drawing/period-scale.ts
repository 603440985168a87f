import { stepAt } from './brush-range.ts';

/** Neighbouring steps of equal width between two positions in pixels. */
export interface StepScale {
	readonly left: number;
	readonly right: number;
	readonly steps: number;
	readonly step: number;
	start(index: number): number;
	middle(index: number): number;
	end(index: number): number;
	/** Step under a position; beside the axis, the nearest. */
	at(x: number): number;
}

/** @param steps at least 0; an axis without steps still has a width */
export function stepScale(steps: number, left: number, right: number): StepScale {
	const step = (right - left) / Math.max(1, steps);
	return {
		left,
		right,
		steps,
		step,
		start: (index) => left + index * step,
		middle: (index) => left + (index + 0.5) * step,
		end: (index) => left + (index + 1) * step,
		at: (x) => stepAt(x - left, Math.max(1, right - left), steps)
	};
}
