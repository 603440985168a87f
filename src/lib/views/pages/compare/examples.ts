import { trendWindow } from '../../../analysis/trends/window.ts';
import { halves, type Stretch } from '../../../analysis/halves.ts';
import { periodAxis } from '../../../analysis/periods.ts';
import { teamSummary } from '../../../analysis/team.ts';
import { noFilters } from '../../../queries/filters/filters.ts';
import { formatSide, type Sides } from '../../../state/side-syntax.ts';
import type { Site } from '../../../state/site.ts';

/** Two sides that any corpus has. */
export interface ComparisonExample {
	label: string;
	sides: Sides;
}

function twoHalves({ overview, span }: Pick<Site, 'overview' | 'span'>): ComparisonExample[] {
	const { unit, trend } = overview;
	const window = trendWindow({ [unit]: trend }, span);
	const axis =
		window.kind === 'window' ? window.axis.slice(window.from, window.to + 1) : periodAxis(trend, unit, span);
	const found = halves(axis);
	if (!found) return [];
	const side = ({ dates }: Stretch) => ({ ...noFilters, date: { range: dates, unknown: false } });
	const sides = { a: side(found.early), b: side(found.late) };
	return [
		{
			label: `The earlier half of the papers (${found.early.span}) and the later (${found.late.span})`,
			sides
		}
	];
}

function smallAndLarge({ overview }: Pick<Site, 'overview'>): ComparisonExample[] {
	const summary = teamSummary(overview.team);
	const middle = Math.floor(summary?.median ?? 0);
	if (!summary || middle < summary.minimum || middle >= summary.maximum) return [];
	const side = (from: number | null, to: number | null) => ({
		...noFilters,
		team: { range: { from, to }, unknown: false }
	});
	const sides = { a: side(null, middle), b: side(middle + 1, null) };
	return [{ label: `Teams of at most ${middle} and larger ones`, sides }];
}

/**
 * What is compared: what was asked for, and where nothing was, the earlier and the later half of the papers, so that the
 * page opens on an answer.
 */
export function openedSides(asked: Sides, site: Pick<Site, 'overview' | 'span'>): Sides {
	if (formatSide(asked.a) !== '' || formatSide(asked.b) !== '') return asked;
	return twoHalves(site)[0]?.sides ?? asked;
}

/** What a visitor may compare first. */
export function comparisonExamples(site: Pick<Site, 'overview' | 'span'>): ComparisonExample[] {
	return [...twoHalves(site), ...smallAndLarge(site)];
}
