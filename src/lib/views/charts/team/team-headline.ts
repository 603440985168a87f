import type { TeamCount } from '../../../dataset/overview.ts';
import { formatNumber, formatPapers, formatTeam } from '../../../format/format.ts';
import { authors, noneSized, nothingLeft, type Headline } from '../../../analysis/headline.ts';
import { teamSummary, unknownTeams } from '../../../analysis/team.ts';
import { typicalTeam, typicalTeamWords } from '../../../analysis/typical-team.ts';

/**
 * The sentence above the distribution of team sizes: what lies between its quartiles, and its median.
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
	const { known, minimum, maximum } = summary;
	const basis = `${formatPapers(known)} with a known team size, ${formatNumber(unknown)} without`;
	const typical = typicalTeam(team);
	if (!typical) {
		const range = minimum === maximum ? authors(maximum) : `${formatTeam(minimum)} to ${authors(maximum)}`;
		return { text: `${formatPapers(known)} with a known team size: ${range}`, basis };
	}
	return { text: typicalTeamWords(typical, narrowed), basis };
}
