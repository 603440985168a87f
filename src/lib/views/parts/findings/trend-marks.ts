import type { Trends } from '../../../analysis/trends/findings.ts';
import type { TrendWindow } from '../../../analysis/trends/window.ts';
import { stepsOfDays, type StepRange } from '../../../drawing/brush-range.ts';
import type { PeriodMark } from '../../../drawing/model.ts';

/** First and last day of what a chart's axis shows. */
export interface ShownDays {
	from: string;
	to: string;
}

/** The bursts of each theme as stretches of the periods on screen, which may be longer or shorter than those tested. */
export function burstMarks(trends: Trends, periods: readonly PeriodMark[]): Map<number, StepRange[]> {
	if (trends.kind !== 'tested') return new Map();
	const { window, findings } = trends;
	return new Map(
		findings.map(({ id, bursts }) => [
			id,
			bursts.flatMap(({ from, to }) => {
				const days = { from: window.axis[from]!.start, to: window.axis[to]!.end };
				return stepsOfDays(periods, days) ?? [];
			})
		])
	);
}

/** The window of what is said as steps of the periods on screen; `null` where there is none. */
export function windowSteps(trends: Trends, periods: readonly PeriodMark[]): StepRange | null {
	if (trends.kind !== 'tested') return null;
	const { axis, from, to } = trends.window;
	return stepsOfDays(periods, { from: axis[from]!.start, to: axis[to]!.end });
}

/**
 * What the axis of a chart shows: the window, and around it the window without a filter of dates where both are of
 * one unit, so that a brush keeps its surroundings. `null` shows every period.
 */
export function shownDays(trends: Trends, whole: TrendWindow | null): ShownDays | null {
	if (trends.kind !== 'tested') return null;
	const windows = [trends.window, ...(whole?.unit === trends.window.unit ? [whole] : [])];
	const starts = windows.map(({ axis, from }) => axis[from]!.start).sort();
	const ends = windows.map(({ axis, to }) => axis[to]!.end).sort();
	return { from: starts[0]!, to: ends.at(-1)! };
}
