import type { Span } from '../periods.ts';
import { countsTogether } from '../theme-series.ts';
import { themeCorrelations, trendFindings, type TestedTrends, type Trends } from './findings.ts';
import { trendWindow, type RowsByUnit, type TrendWindow, type WindowOptions } from './window.ts';

/** Papers that hold a word, or several, among those that filters leave. */
export interface WordRows {
	readonly id: number;
	readonly rows: RowsByUnit;
}

export interface WordOptions extends WindowOptions {
	/** Themes that papers must belong to; empty means any. */
	themes?: readonly number[];
}

/**
 * What the shares of papers that hold words do, over the window of all these papers, dispersed as the themes are.
 *
 * @param all papers of every theme that pass all filters but those of theme and date
 */
export function wordTrends(
	all: RowsByUnit,
	words: readonly WordRows[],
	span: Span,
	{ themes = [], ...options }: WordOptions = {}
): Trends {
	const whole = trendWindow(all, span, options);
	const window = themes.length === 0 ? whole : trendWindow(inThemes(all, themes), span, options);
	if (window.kind !== 'window') return window;
	const rho = whole.kind === 'window' ? rhoOver(window, whole, themeCorrelations(all, whole)) : null;
	return testWords(window, words, themes, rho);
}

/** The same over the window of themes that have been tested. */
export function wordTrendsBeside({ window, rho }: TestedTrends, words: readonly WordRows[]): TestedTrends {
	return testWords(window, words, [], rho);
}

/** Rows of some themes alone; of all where none is named. */
export function inThemes(all: RowsByUnit, themes: readonly number[]): RowsByUnit {
	if (themes.length === 0) return all;
	return Object.fromEntries(
		Object.entries(all).map(([unit, rows]) => [unit, rows.filter(({ themeId }) => themes.includes(themeId))])
	);
}

function testWords(
	window: TrendWindow,
	words: readonly WordRows[],
	themes: readonly number[],
	rho: readonly number[] | null
): TestedTrends {
	const kinds = words.map(({ id, rows }) => {
		const own = inThemes(rows, themes)[window.unit] ?? [];
		return { id, counts: countsTogether(own, window.axis) };
	});
	return { kind: 'tested', window, ...trendFindings(window, kinds, rho ? { rho } : {}) };
}

/** The themes' correlation for each tested period of another window; their mean where they have none. */
function rhoOver(window: TrendWindow, whole: TrendWindow, rho: readonly number[]): readonly number[] | null {
	if (rho.length === 0) return null;
	if (window === whole) return rho;
	const known = new Map(whole.places.map((place, order) => [whole.axis[place]!.start, rho[order]!]));
	const mean = rho.reduce((sum, value) => sum + value, 0) / rho.length;
	return window.places.map((place) => known.get(window.axis[place]!.start) ?? mean);
}
