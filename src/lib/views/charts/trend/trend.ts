import type { TrendUnit } from '../../../analysis/periods.ts';
import { smoothSeries } from '../../../analysis/smooth-series.ts';
import type { OffAxis, PeriodMark, SmoothValues } from '../../../drawing/model.ts';
import type { Measure } from '../../../drawing/trend-values.ts';
import { formatPapers } from '../../../format/format.ts';
import { besideWords, beyondWords, stretch, sum, withBasis } from '../captions.ts';
import type { Chart } from '../chart.ts';
import TrendControls from './TrendControls.svelte';
import { trendHeadline } from './trend-headline.ts';
import { trendForm, trendModel, type Beyond, type TrendForm, type TrendModel } from './trend-model.ts';
import { trendTable } from './trend-table.ts';
import TrendView from './TrendView.svelte';

/** The trends and how they are drawn. */
export interface DrawnTrend extends TrendModel {
	unit: TrendUnit;
	measure: Measure;
	form: TrendForm;
	smooth: SmoothValues | undefined;
}

interface CaptionOptions {
	smoothed?: boolean;
	beyond?: Beyond | null;
	/** One theme's papers over those of all: it says which of them a number counts. */
	alone?: boolean;
}

/** `Share of each quarter’s papers; 70 papers, Q2 2022 to Q4 2025; 5 undated beside the axis`. */
export function trendCaption(
	measure: Measure,
	unit: TrendUnit,
	periods: readonly PeriodMark[],
	offAxis: OffAxis,
	{ smoothed = false, beyond = null, alone = false }: CaptionOptions = {}
): string {
	const papers = formatPapers(sum(periods.map((period) => period.papers)));
	const what = measure === 'share' ? `Share of each ${unit}’s papers` : `Papers in each ${unit}`;
	const how = smoothed ? ', smoothed over the counted values (LOESS)' : '';
	return `${what}${how}; ${papers}${alone ? ' of all themes' : ''}${stretch(periods)}${besideWords(offAxis, alone ? 'of this theme' : undefined)}${beyondWords(unit, beyond)}`;
}

const titleOf = ({ measure, unit }: DrawnTrend) =>
	`${measure === 'share' ? 'Share of papers' : 'Papers'} by ${unit}`;

export const trend: Chart<'theme' | 'date', DrawnTrend> = {
	id: 'trend',
	name: 'Themes over time',
	wide: true,
	by: ['theme', 'date'],
	ignoring: ['theme', 'date'],
	model(source) {
		const { unit, measure } = source;
		const model = trendModel(source);
		const form = trendForm(source.form, model.periods, measure);
		const smooth = form === 'smooth' ? smoothSeries(model.series, model.periods, measure) : undefined;
		return { ...model, unit, measure, form, smooth };
	},
	title: titleOf,
	description(model) {
		const { length } = model.series;
		const themes = length === 1 ? 'for one theme' : `for each of ${length} themes`;
		return `${titleOf(model)} ${themes}. The same numbers stand in the table under Data.`;
	},
	headline: ({ rows, ...source }) => trendHeadline({ ...source, trend: rows }),
	caption({ measure, unit, periods, offAxis, form, beyond }, headline) {
		const how = { smoothed: form === 'smooth', beyond };
		return withBasis(trendCaption(measure, unit, periods, offAxis, how), headline);
	},
	table(model) {
		const { periods, series, offAxis, measure, smooth } = model;
		return trendTable(`${titleOf(model)} and theme`, periods, series, offAxis, measure, smooth);
	},
	help:
		'Each line is a theme; its height is how many papers of a period belong to it, or which share of the ' +
		'period’s papers. The band around a theme that is pointed at or selected is the 95 % interval of its share (Wilson). ' +
		'A wide, pale stretch is a burst, in which the theme has about twice its usual share. ' +
		'Smoothed, the thin line is what was counted and the thick one a local regression (LOESS) over the third of the ' +
		'periods nearest to each, in which periods weigh as much as they have papers. ' +
		'The axis begins where statements about trends do; “Show all periods” shows the rest. A bar runs along what ' +
		'statements are about where that is not the whole axis. Fitted lines are what these rest on: joinpoint regressions of the shares. ' +
		'Hollow dots rest on fewer than 20 papers. Hatched periods are covered only in part, so ' +
		'their counts are low; dotted lines lead there. Press a line to see only that theme, drag along the axis ' +
		'to see only some dates. Papers without a date, or dated only by year, stand in bars at the right edge.',
	View: TrendView,
	Controls: TrendControls
};
