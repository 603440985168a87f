import type { TeamCount } from '../../../dataset/overview.ts';
import { formatNumber, formatPapers, formatTeam } from '../../../format/format.ts';
import { authors, noneSized, nothingLeft, type Headline } from '../../../analysis/headline.ts';
import { teamSummary, unknownTeams } from '../../../analysis/team.ts';

/** Known team sizes below which quartiles say little. */
const enoughSizes = 8;

/**
 * The sentence above the distribution of team sizes: its median and middle half.
 *
 * @param narrowed filters other than that of team size have left papers out
 */
export function teamHeadline(team: readonly TeamCount[], narrowed: boolean): Headline {
	const summary = teamSummary(team);
	const unknown = unknownTeams(team);
	if (!summary) {
		const none = narrowed ? nothingLeft : 'No papers';
		return { text: unknown === 0 ? none : noneSized(narrowed), basis: '' };
	}
	const { known, minimum, lowerQuartile, median, upperQuartile, maximum } = summary;
	const basis = `${formatPapers(known)} with a known team size, ${formatNumber(unknown)} without`;
	if (known < enoughSizes) {
		const range = minimum === maximum ? authors(maximum) : `${formatTeam(minimum)} to ${authors(maximum)}`;
		return { text: `${formatPapers(known)} with a known team size: ${range}`, basis };
	}
	const half =
		lowerQuartile === upperQuartile
			? 'so have about half of them'
			: `the middle half have ${formatTeam(lowerQuartile)} to ${formatTeam(upperQuartile)}`;
	return {
		text: `The median team${narrowed ? ' of these papers' : ''} has ${authors(median)}; ${half}`,
		basis
	};
}
