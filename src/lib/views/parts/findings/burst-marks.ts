import type { Trends } from '../../../analysis/trends.ts';
import { stepsOfDays, type StepRange } from '../../../drawing/brush-range.ts';
import type { PeriodMark } from '../../../drawing/model.ts';

/** The bursts of each theme as stretches of the periods on screen, which may be longer or shorter than those tested. */
export function burstMarks(trends: Trends, periods: readonly PeriodMark[]): Map<number, StepRange[]> {
	if (trends.kind !== 'tested') return new Map();
	const { axis, findings } = trends;
	return new Map(
		findings.map(({ id, bursts }) => [
			id,
			bursts.flatMap(({ from, to }) => {
				const steps = stepsOfDays(periods, { from: axis[from]!.start, to: axis[to]!.end });
				return steps ? [steps] : [];
			})
		])
	);
}
