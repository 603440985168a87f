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

interface TwoHalves extends ComparisonExample {
	/** `2023`, `Q1 2022–Q4 2022`. */
	spans: { a: string; b: string };
	unit: Site['overview']['unit'];
}

function twoHalves({ overview, span }: Pick<Site, 'overview' | 'span'>): TwoHalves | null {
	const { unit, trend } = overview;
	const window = trendWindow({ [unit]: trend }, span);
	const axis =
		window.kind === 'window' ? window.axis.slice(window.from, window.to + 1) : periodAxis(trend, unit, span);
	const found = halves(axis);
	if (!found) return null;
	const side = ({ dates }: Stretch) => ({ ...noFilters, date: { range: dates, unknown: false } });
	const spans = { a: found.early.span, b: found.late.span };
	return {
		label: `Papers of ${spans.a} and of ${spans.b}`,
		sides: { a: side(found.early), b: side(found.late) },
		spans,
		unit
	};
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
 * What is compared: what was asked for, and where nothing was, earlier and later papers, so that the page opens on an
 * answer.
 */
export function openedSides(asked: Sides, site: Pick<Site, 'overview' | 'span'>): Sides {
	if (formatSide(asked.a) !== '' || formatSide(asked.b) !== '') return asked;
	return twoHalves(site)?.sides ?? asked;
}

/** What the page opens with, in words; `null` where it opens with nothing. */
export function openingWords(site: Pick<Site, 'overview' | 'span'>): string | null {
	const found = twoHalves(site);
	if (!found) return null;
	const { spans, unit } = found;
	return (
		`The page opens with the papers of ${spans.a} and those of ${spans.b}: whole ${unit}s, ` +
		'split as evenly as they allow.'
	);
}

/** What a visitor may compare first. */
export function comparisonExamples(site: Pick<Site, 'overview' | 'span'>): ComparisonExample[] {
	const found = twoHalves(site);
	return [...(found ? [{ label: found.label, sides: found.sides }] : []), ...smallAndLarge(site)];
}
