import { isSure, type Trends } from '../../../analysis/trends.ts';
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

/** Themes that clearly rise or fall: charts label them even where they have no colour of their own. */
export function notedThemes(trends: Trends): ReadonlySet<number> {
	return new Set(trends.kind === 'tested' ? trends.findings.filter(isSure).map(({ id }) => id) : []);
}
