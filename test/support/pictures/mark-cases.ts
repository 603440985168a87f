import type { NumberRange } from '../../../src/lib/dataset/theme-numbers.ts';
import type { CurvePoint } from '../../../src/lib/queries/themes/theme-types.ts';
import { noFilters, type Filters } from '../../../src/lib/queries/filters/filters.ts';
import { groupCentres, type GroupCentre } from '../../../src/lib/views/pages/map/raster/group-centres.ts';
import { mapNames } from '../../../src/lib/views/pages/map/map-names.ts';
import { stretchOf, wholeView } from '../../../src/lib/views/pages/map/raster/view.ts';
import { slotColour } from '../../../src/lib/drawing/colour.ts';
import { label, quarters, sampleSlot, trend } from '../gallery/samples.ts';
import { part, type Case } from './case.ts';
import { CurveChart, DifferenceMark, MapLabels, Sparkline } from './components.ts';
import { cloud, mapFrame } from './map-pixels.ts';

const series = trend(
	quarters(12, (index) => 40 + index * 11),
	10
);
const sparks = [
	...series.slice(0, 4).map(({ counts, slot }) => ({ values: counts, slot })),
	{ values: series[8]!.counts, slot: null },
	{ values: Array.from({ length: 400 }, (_, index) => (index * 37) % 101), slot: 4 },
	{ values: [], slot: 0 },
	{ values: [3], slot: 1 },
	{ values: [0, 0, 0], slot: 2 }
];

const changes = [
	{ difference: 0.08, lower: 0.03, upper: 0.13 },
	{ difference: -0.11, lower: -0.15, upper: -0.07 },
	{ difference: 0.01, lower: -0.04, upper: 0.06 },
	{ difference: 0.2, lower: 0.2, upper: 0.2 },
	{ difference: 0, lower: -0.2, upper: 0.2 }
];

function curve(chosen: number, silhouettes: readonly number[]): CurvePoint[] {
	return silhouettes.map((silhouette, index) => ({
		k: 4 + index * 2,
		silhouette,
		calinskiHarabasz: 12,
		stability: null,
		chosen: 4 + index * 2 === chosen
	}));
}

function curveCase(name: string, points: CurvePoint[], asGood: NumberRange | null = null): Case {
	return { name, width: 640, height: 236, form: 'svg', parts: [part(CurveChart, { curve: points, asGood })] };
}

const slots = new Map(Array.from({ length: 12 }, (_, theme) => [theme, sampleSlot(theme)]));
const places = cloud(12, 1200);
const each = Array.from({ length: 12 }, (_, theme) => theme);
const [branch, theme] = groupCentres(places, [
	{ groupOfLeaf: each.map((one) => (one < 8 ? 20 + (one >> 2) : -1)) },
	{ groupOfLeaf: each }
]) as [GroupCentre[], GroupCentre[]];
const centres = { branch, theme, part: [] };
const whole = { ...mapFrame, side: wholeView(mapFrame).side, stretch: stretchOf(mapFrame) };
const state = {
	frame: mapFrame,
	centres,
	names: mapNames(centres, label, () => false, whole),
	draft: null
};
const left = (except: number) =>
	theme.map(({ id, papers }) => ({ themeId: id, papers: id === except ? 0 : papers }));

function labels(
	name: string,
	dashboard: { filters: Filters; overview: object; highlighted: number | null },
	changed: object = {}
): Case {
	const props = {
		state,
		pairs: [],
		titles: { side: Infinity, titles: [] },
		colourOf: (id: number) => slotColour(slots.get(id) ?? null),
		dashboard: { slots, selected: dashboard.filters.themes, ...dashboard },
		...changed
	};
	return { name, ...mapFrame, form: 'svg', parts: [part(MapLabels, props)] };
}

export const markCases: readonly Case[] = [
	{
		name: 'sparkline',
		width: 80,
		height: sparks.length * 26,
		each: 20,
		form: 'svg',
		parts: sparks.map((props) => part(Sparkline, props))
	},
	{
		name: 'difference-mark',
		width: 160,
		height: changes.length * 26,
		each: 20,
		form: 'svg',
		parts: changes.map((change) =>
			part(DifferenceMark, { change, clear: change.lower * change.upper > 0, reach: 0.2 })
		)
	},
	curveCase('curve', curve(12, [0.01, 0.021, 0.027, 0.03, 0.0334, 0.034, 0.0335, 0.036, 0.0352]), {
		from: 10,
		to: 14
	}),
	curveCase('curve-negative', curve(6, [-0.02, 0.004, -0.011])),
	labels('map-labels', { filters: noFilters, overview: { themes: left(-1) }, highlighted: null }),
	labels(
		'map-labels-titles',
		{ filters: noFilters, overview: { themes: left(-1) }, highlighted: null },
		{
			state: { ...state, names: state.names.filter(({ level }) => level === 'branch'), positions: places },
			titles: {
				side: 0,
				titles: [
					{
						id: 0,
						lines: ['A paper with a title', 'that is cut where…'],
						width: 120,
						height: 30,
						isAbove: false
					},
					{ id: 5, lines: ['Short'], width: 34, height: 15, isAbove: true },
					{ id: 700, lines: ['Another paper that', 'has two lines'], width: 110, height: 30, isAbove: false }
				]
			},
			colourOf: null
		}
	),
	labels(
		'map-labels-links',
		{ filters: noFilters, overview: { themes: left(3) }, highlighted: 2 },
		{
			pairs: [
				{ first: 0, second: 1, papers: 40 },
				{ first: 2, second: 5, papers: 9 }
			]
		}
	),
	labels('map-labels-area', {
		filters: {
			...noFilters,
			themes: [0, 4],
			area: [
				[2000, 3000],
				[6000, 7500]
			]
		},
		overview: { themes: left(-1) },
		highlighted: null
	}),
	labels(
		'map-labels-draft',
		{ filters: noFilters, overview: { themes: left(-1) }, highlighted: null },
		{
			state: {
				...state,
				draft: [
					[0.2, 0.2],
					[0.7, 0.3],
					[0.5, 0.8]
				]
			}
		}
	)
];
