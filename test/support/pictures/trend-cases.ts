import type { ComponentProps } from 'svelte';

import { shareIntervals } from '../../../src/lib/analysis/wilson.ts';
import { smoothSeries } from '../../../src/lib/analysis/smooth-series.ts';
import type { TrendSeries } from '../../../src/lib/drawing/model.ts';
import { quarters, trend } from '../gallery/samples.ts';
import { part, type Case } from './case.ts';
import { TrendChart } from './components.ts';

type Props = ComponentProps<typeof TrendChart>;

const nothing = () => {};
const none = { coarse: 0, undated: 0 };
const grown = quarters(12, (index) => 40 + index * 11);
const usual = trend(grown, 10);
const unselected = (series: readonly TrendSeries[]) => series.map((one) => ({ ...one, selected: false }));
const plain = unselected(usual);
const many = quarters(32, (index) => 200 + index * 60);
const lines: Props = {
	periods: grown,
	series: plain,
	offAxis: { coarse: 12, undated: 5 },
	measure: 'share',
	form: 'lines',
	brush: null,
	highlighted: null,
	onbrush: nothing
};

function trendCase(name: string, props: Partial<Props>, { width = 720, height = 320 } = {}): Case {
	const all = { ...lines, ...props, defaultWidth: width, height };
	return { name, width, height, form: 'svg', parts: [part(TrendChart, all)] };
}

const longNames = [
	'machine translation of low-resource languages with little parallel text and many dialects',
	'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
	'検索拡張生成と大規模言語モデルの評価についての長い名前',
	'<b>bold</b> & "quoted" </text><script>alert(1)</script>'
];
const named = plain.map((one, index) => ({ ...one, label: longNames[index] ?? one.label }));
const words: TrendSeries[] = plain
	.slice(0, 3)
	.map((one, index) => ({ ...one, label: ['reward model', 'agent', 'speech'][index]! }));
const isolated = plain.map((one) => ({
	...one,
	counts: one.counts.map((count, index) => (index % 5 === 2 ? count : 0))
}));

export const trendCases: readonly Case[] = [
	trendCase('trend-lines', {}),
	trendCase('trend-counts', { measure: 'count' }),
	trendCase('trend-smoothed', {
		periods: many,
		series: trend(many, 6),
		smooth: smoothSeries(trend(many, 6), many, 'share')
	}),
	trendCase('trend-stacked', { measure: 'count', form: 'stacked' }),
	trendCase('trend-stacked-share', { form: 'stacked', series: usual, highlighted: 4 }),
	trendCase('trend-empty', { periods: [], series: [], offAxis: none }),
	trendCase('trend-coarse-only', { periods: [], series: [], offAxis: { coarse: 41, undated: 0 } }),
	trendCase('trend-one-period', {
		periods: quarters(1, () => 41),
		series: trend(
			quarters(1, () => 41),
			3
		)
	}),
	trendCase('trend-one-period-stacked', {
		periods: quarters(1, () => 41),
		series: trend(
			quarters(1, () => 41),
			3
		),
		form: 'stacked'
	}),
	trendCase('trend-many-themes', { series: trend(grown, 40), offAxis: none }),
	trendCase('trend-long-names', { series: named }),
	trendCase('trend-unknowns', {
		offAxis: { coarse: 1_234_567, undated: 98_700 },
		offAxisSelected: 'undated',
		measure: 'count',
		onoffaxis: nothing
	}),
	trendCase('trend-partial-periods', {
		periods: grown.map((period, index) => ({ ...period, partial: index < 2 || index > 9 }))
	}),
	trendCase('trend-few-papers', {
		periods: grown.map((period, index) => ({ ...period, papers: index === 5 ? 0 : 6 + index * 3 })),
		series: trend(
			grown.map((period, index) => ({ ...period, papers: index === 5 ? 0 : 6 + index * 3 })),
			4
		)
	}),
	trendCase('trend-gaps', {
		periods: grown.map((period, index) => ({ ...period, papers: index % 5 === 2 ? period.papers : 0 })),
		series: isolated.slice(0, 3)
	}),
	trendCase('trend-bursts', {
		bursts: new Map([
			[0, [{ from: 6, to: 9 }]],
			[3, [{ from: 1, to: 2 }]],
			[5, [{ from: 10, to: 11 }]]
		])
	}),
	trendCase('trend-selection', { series: usual, intervals: shareIntervals(usual, grown) }),
	trendCase('trend-highlight', { highlighted: 8, intervals: shareIntervals(plain, grown) }),
	trendCase('trend-brush', { brush: { from: '2022-10-01', to: '2024-03-31' } }),
	trendCase('trend-window', {
		window: { from: 3, to: 10 },
		fitted: new Map([
			[0, grown.map((_, index) => (index < 3 || index > 10 ? null : 0.13 - 0.004 * index))],
			[1, grown.map((_, index) => (index < 3 || index > 10 ? null : 0.09 + 0.008 * Math.abs(index - 6)))]
		])
	}),
	trendCase('trend-narrow', { series: usual.slice(0, 5) }, { width: 360 }),
	trendCase('words-trend', {
		series: words,
		intervals: shareIntervals(words, grown),
		bursts: new Map([[1, [{ from: 7, to: 10 }]]]),
		offAxis: none
	}),
	trendCase('words-trend-single', {
		series: words.slice(0, 1),
		intervals: shareIntervals(words.slice(0, 1), grown),
		highlighted: 0
	})
];
