import type { PeriodTeamCount } from '../../../dataset/overview.ts';
import { formatFixed, formatTeam } from '../../../format/format.ts';
import { halves, type Stretch } from '../../../analysis/halves.ts';
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
	return compare({ ...sides.early, sizes: early }, { ...sides.late, sizes: late });
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

interface Side extends Pick<Stretch, 'span' | 'words'> {
	sizes: Tally;
}

/** The medians of both sides, each with its periods: the line of medians may end elsewhere. */
function compare(early: Side, late: Side): Headline {
	const test = mannWhitney(late.sizes, early.sizes)!;
	const [before, after] = [quantile(early.sizes, 0.5), quantile(late.sizes, 0.5)];
	const figures = `Mann-Whitney ${probability(test.p)}, Cliff’s delta ${formatFixed(test.delta, 2)}`;
	const why = { basis: '', test: `${early.words} against ${late.words}: ${figures}` };
	const sure = test.p < level && magnitudeOfDelta(test.delta) !== 'negligible';
	const verb = test.delta > 0 ? 'grew' : 'shrank';
	if (sure && (after - before) * test.delta > 0) {
		const to = `${formatTeam(after)} (${late.span})`;
		return { text: `The median team ${verb} from ${authors(before)} (${early.span}) to ${to}`, ...why };
	}
	const medians =
		before === after
			? `the median of ${early.span} and of ${late.span} is ${authors(before)}`
			: `median ${formatTeam(before)} (${early.span}), then ${authors(after)} (${late.span})`;
	const what = test.p < level ? `Teams ${verb} only a little` : 'Team size did not clearly change';
	return { text: `${what}: ${medians}`, ...why };
}
