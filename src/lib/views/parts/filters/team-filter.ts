import type { Filters, RangeFilter } from '../../../queries/filters/filters.ts';
import { isRange, withRange } from './range-filter.ts';

/** The filter's range of team sizes as a chart's brush shows it. */
export function teamBrush(filter: RangeFilter<number> | null): { from: number; to: number | null } | null {
	const range = filter?.range;
	return range ? { from: range.from ?? 1, to: range.to } : null;
}

/** Team sizes that a brush covers, as a filter; nothing where it covers all. */
export function brushedTeams(
	filters: Filters,
	sizes: { from: number; to: number | null } | null
): Partial<Filters> {
	return { team: withRange(filters.team, sizes) };
}

/** Papers of one theme in one bin of team sizes; pressed again, all. */
export function pressedCell(
	{ themes, team }: Filters,
	themeId: number,
	bin: { from: number | null; to: number | null }
): Partial<Filters> {
	const isUnknown = bin.from === null;
	const alone = themes.length === 1 && themes[0] === themeId;
	const inBin = isUnknown
		? team !== null && team.range === null && team.unknown
		: isRange(team, bin) && team?.unknown === false;
	if (alone && inBin) return { themes: [], team: null };
	return {
		themes: [themeId],
		team: isUnknown ? { range: null, unknown: true } : { range: bin, unknown: false }
	};
}
