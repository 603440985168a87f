import type { PeriodTeamCount } from '../../../dataset/overview.ts';
import { formatFixed, formatTeam } from '../../../format/format.ts';
import { halves } from '../../../analysis/halves.ts';
import {
	authors,
	level,
	noneDated,
	noneSized,
	onlyOnePeriod,
	probability,
	type Headline
} from '../../../analysis/headline.ts';
import { mannWhitney, magnitudeOfDelta } from '../../../analysis/mann-whitney.ts';
import { periodAxis, type TrendUnit } from '../../../analysis/periods.ts';
import { quantile, tally, totalOf, type Tally } from '../../../analysis/tally.ts';
import type { HeadlineSource } from '../chart.ts';
import { cropped } from '../trend/trend-model.ts';

/** Known team sizes on each side below which they are not compared. */
const enoughSizes = 15;

type Source = Pick<HeadlineSource<'date' | 'team'>, 'rows' | 'unit' | 'span' | 'narrowed' | 'days'>;

/** The sentence above team size over time: the medians of an earlier and a later half of what the axis shows. */
export function teamOverTimeHeadline({ rows, unit, span, narrowed, days }: Source): Headline {
	const known = rows.filter(({ teamSize }) => teamSize !== null);
	const axis = cropped(periodAxis(known, unit, span), days).periods;
	if (axis.every(({ papers }) => papers === 0)) {
		return { text: nothingOnAxis(rows, known, unit, narrowed), basis: '' };
	}
	const sides = halves(axis);
	const sizes = (places: readonly number[]): Tally => {
		const starts = new Set(places.map((place) => axis[place]!.start));
		const rowsThere = known.filter(({ period }) => period !== null && starts.has(period));
		return tally(rowsThere.map(({ teamSize, papers }) => ({ value: teamSize, count: papers })));
	};
	const [early, late] = [sizes(sides?.early.places ?? []), sizes(sides?.late.places ?? [])];
	if (!sides || totalOf(early) < enoughSizes || totalOf(late) < enoughSizes) {
		const enough = axis.reduce((sum, { papers }) => sum + papers, 0) >= enoughSizes;
		const few = 'Too few dated papers with a known team size to tell a trend';
		return { text: (enough && onlyOnePeriod(axis)) || few, basis: '' };
	}
	return compare(early, late, `${sides.early.words} against ${sides.late.words}`);
}

function nothingOnAxis(
	rows: readonly PeriodTeamCount[],
	known: readonly PeriodTeamCount[],
	unit: TrendUnit,
	narrowed: boolean
): string {
	if (rows.length > 0 && known.length === 0) return noneSized(narrowed);
	const none = noneDated(unit, narrowed, rows);
	return rows.every(({ placement }) => placement === 'undated') ? none : `${none} and has a known team size`;
}

function compare(early: Tally, late: Tally, periods: string): Headline {
	const test = mannWhitney(late, early)!;
	const [before, after] = [quantile(early, 0.5), quantile(late, 0.5)];
	const figures = `Mann-Whitney ${probability(test.p)}, Cliff’s delta ${formatFixed(test.delta, 2)}`;
	const why = { basis: periods, test: `${periods}: ${figures}` };
	const sure = test.p < level && magnitudeOfDelta(test.delta) !== 'negligible';
	const verb = test.delta > 0 ? 'grew' : 'shrank';
	if (sure && (after - before) * test.delta > 0) {
		return { text: `The median team ${verb} from ${formatTeam(before)} to ${authors(after)}`, ...why };
	}
	if (test.p < level) {
		return {
			text: `Teams ${verb} only a little: ${before === after ? 'the median stays at' : 'median'} ${medians(before, after)}`,
			...why
		};
	}
	return { text: `Team size did not clearly change: median ${medians(before, after)}`, ...why };
}

function medians(before: number, after: number): string {
	return before === after ? authors(before) : `${formatTeam(before)}, then ${authors(after)}`;
}
