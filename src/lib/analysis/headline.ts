import { formatTeam } from '../format/format.ts';
import { formatP } from './certainty.ts';
import type { Period } from './periods.ts';
import { allUndated, type Placed } from './theme-series.ts';

/** What a chart shows, said from its data. Labels are data: show both as text. */
export interface Headline {
	/** One sentence without a full stop. */
	text: string;
	/** What it rests on, in plain words: periods, papers. Empty when the sentence says it all. */
	basis: string;
	/** The test behind it and its figures, for whoever asks how sure that is. */
	test?: string;
	/** Themes that it names. */
	themes?: readonly number[];
}

/** Chance of claiming a difference where there is none, over all that one headline looks at. */
export const level = 0.05;

/** A theme inside a sentence: in quotes where its label has a comma of its own, or is long enough to be one. */
export function themeName(labels: ReadonlyMap<number, string>, themeId: number): string {
	const label = labels.get(themeId) ?? '';
	return label.includes(',') || label.split(' ').length > 3 ? `“${label}”` : label;
}

/** The text with a capital first letter, behind an opening quote too. */
export function capitalise(text: string): string {
	return text.replace(/^(“?)(.)/su, (_, quote: string, first: string) => quote + first.toUpperCase());
}

/** `1 author`, `6 authors`, `4.5 authors`. */
export function authors(size: number): string {
	return `${formatTeam(size)} ${size === 1 ? 'author' : 'authors'}`;
}

/** `papers`, or `these papers` when filters have left some out. */
export function papersInQuestion(narrowed: boolean): string {
	return narrowed ? 'these papers' : 'papers';
}

/** Said where filters have left nothing at all. */
export const nothingLeft = 'No paper passes the filters';

/** Said of an axis without papers, of what filters have left. */
export function noneDated(unit: string, narrowed: boolean, rows: readonly Placed[]): string {
	if (narrowed && rows.length === 0) return nothingLeft;
	const what = allUndated(rows) ? 'has a date' : `is dated to a ${unit}`;
	return narrowed ? `None of these papers ${what}` : `No paper ${what}`;
}

/** Said where filters have left papers, all of them without a team size. */
export function noneSized(narrowed: boolean): string {
	return `None of ${narrowed ? 'these papers' : 'the papers'} has a known team size`;
}

/** Said where a single period holds whatever is dated: `2025 alone tells no trend`. */
export function onlyOnePeriod(axis: readonly Pick<Period, 'label' | 'papers'>[]): string | null {
	const [only, ...others] = axis.filter(({ papers }) => papers > 0);
	return only && others.length === 0 ? `${only.label} alone tells no trend` : null;
}

/** A probability as text: `p = 0.013`, `p < 0.001`. */
export function probability(p: number): string {
	return p < 0.001 ? 'p < 0.001' : `p = ${formatP(p)}`;
}
