import type { Component } from 'svelte';

import type { Headline } from '../../analysis/headline.ts';
import type { Span, TrendUnit } from '../../analysis/periods.ts';
import type { Trends } from '../../analysis/trends/findings.ts';
import type { ThemeSummary } from '../../dataset/manifest.ts';
import type { Count, Dimension, Sum } from '../../dataset/overview.ts';
import type { DataTable } from '../../drawing/model.ts';
import type { Slots } from '../../themes/theme-colours.ts';
import type { Settings } from '../../state/settings.ts';
import type { ShownDays } from '../parts/findings/trend-marks.ts';

/** What a chart is made from. */
export interface ChartSource<D extends Dimension> {
	/** Papers by the chart's dimensions. */
	rows: readonly Count<D>[];
	/** Of the periods in the rows. */
	unit: TrendUnit;
	span: Span;
	/** Those that the rows count. */
	themes: readonly ThemeSummary[];
	/** Selected themes. */
	selected: readonly number[];
	slots: Slots;
	measure: Settings['measure'];
	form: Settings['form'];
	/** What an axis of periods shows; `null` for all of them. */
	days: ShownDays | null;
}

/** What the sentence above a chart is made from. */
export interface HeadlineSource<D extends Dimension> extends ChartSource<D> {
	labels: ReadonlyMap<number, string>;
	/** Filters other than those that the chart ignores have left papers out. */
	narrowed: boolean;
	/** What tests say about the themes, where they have been asked. */
	trends: Trends;
}

/** What a chart's components are given; what a visitor does in them goes to the dashboard. */
export type ViewProps<D extends Dimension, M> = {
	model: M;
	rows: readonly Count<D>[];
	trends: Trends;
};

/** A component that is never given another chart's model, so that charts of all models fit into one list. */
type ViewOf<P extends Record<string, unknown>> = {
	draw(...parameters: Parameters<Component<P>>): ReturnType<Component<P>>;
}['draw'];

/** A chart: all that pages need to count for it, to draw, explain, save and embed it. */
export interface Chart<D extends Dimension = Dimension, M = unknown> extends Sum<D> {
	/** Shows the chart alone: `?embed=`. */
	readonly id: string;
	/** What the figure is called. */
	readonly name: string;
	/** Takes the whole width of a page of charts. */
	readonly wide?: boolean;
	/** How to read it, in plain words. */
	readonly help: string;
	/** Pure. */
	model(source: ChartSource<D>): M;
	title(model: M): string;
	description(model: M): string;
	headline(source: HeadlineSource<D>): Headline;
	caption(model: M, headline: Headline): string;
	/** All numbers that the chart shows. */
	table(model: M): DataTable;
	readonly View: ViewOf<ViewProps<D, M>>;
	/** Settings that stand above the drawing. */
	readonly Controls?: ViewOf<ViewProps<D, M>>;
	/** What “How sure is that?” opens, in place of the headline's test. */
	readonly Sure?: ViewOf<ViewProps<D, M>>;
}

/** Themes from the largest of the whole corpus to the smallest: an order that no filter changes. */
function themesBySize(themes: readonly ThemeSummary[]): ThemeSummary[] {
	return [...themes].sort((a, b) => b.papers - a.papers || a.themeId - b.themeId);
}

/** What themes are called, by id. */
export const labelsOf = (themes: readonly ThemeSummary[]): ReadonlyMap<number, string> =>
	new Map(themes.map(({ themeId, label }) => [themeId, label]));

type Themes = Pick<ChartSource<never>, 'themes' | 'selected' | 'slots'>;

/** Themes as charts show them, in the order of `themesBySize`; once some are selected, the others are grey. */
export const shownThemes = ({ themes, selected, slots }: Themes) =>
	themesBySize(themes).map(({ themeId, label }) => ({
		id: themeId,
		label,
		slot: selected.length > 0 && !selected.includes(themeId) ? null : (slots.get(themeId) ?? null),
		selected: selected.includes(themeId)
	}));

/** Rows by what they have in common. */
export function groups<K, R>(rows: readonly R[], keyOf: (row: R) => K): Map<K, R[]> {
	const found = new Map<K, R[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = found.get(key);
		if (group) group.push(row);
		else found.set(key, [row]);
	}
	return found;
}
