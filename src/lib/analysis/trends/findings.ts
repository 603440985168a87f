import { bursts, type Burst } from '../burst.ts';
import { benjaminiHochberg } from '../certainty.ts';
import type { Span } from '../periods.ts';
import { themeSeries } from '../theme-series.ts';
import { effectivePapers, correlations } from './dispersion.ts';
import type { Segment } from './segments.ts';
import { shapeOf, type Shape } from './shape.ts';
import { kindModels, type KindModels, type StatedModel } from './kind-models.ts';
import { thresholds as usual, type Thresholds } from './thresholds.ts';
import {
	trendWindow,
	type NoWindow,
	type RowsByUnit,
	type TrendWindow,
	type WindowOptions
} from './window.ts';

export type Direction = 'rising' | 'falling' | 'steady' | 'unclear' | 'too few';
export type Certainty = 'very sure' | 'fairly sure' | null;

/** What can be said about the share of one kind of papers, a theme's or those with a word, over the window. */
export interface TrendFinding {
	/** The theme, or whatever else the kind is numbered by. */
	id: number;
	/** Of the last segment. */
	direction: Direction;
	/** `null` where nothing is said: direction `unclear` or `too few`. */
	certainty: Certainty;
	/** One more than joinpoints, in the order of time; none where there are too few papers. */
	segments: readonly Segment[];
	/** `null` where there are too few papers. */
	shape: Shape | null;
	/** Place at which the last segment begins, with its 95 % interval; `null` when there is one segment. */
	since: { place: number; low: number; high: number } | null;
	/** Of the last segment's change; `null` where there are too few papers. */
	p: number | null;
	/** p adjusted over all kinds that are looked at together (Benjamini and Hochberg). */
	q: number | null;
	/** Papers of the kind in the tested periods. */
	papers: number;
	/** Each tested period: its place, papers of the kind, all papers. */
	shares: readonly (readonly [place: number, papers: number, of: number])[];
	/** Places on the axis. */
	bursts: readonly Burst[];
}

export interface TrendFindings {
	/** In the order of the kinds. */
	findings: TrendFinding[];
	/** How alike papers of each tested period are, 0 to 0.5. */
	rho: readonly number[];
}

/** Findings over a window that was found fit to be tested. */
export interface TestedTrends extends TrendFindings {
	kind: 'tested';
	window: TrendWindow;
}

export type Trends = TestedTrends | NoWindow;

/** Papers of one kind along the axis of a window. */
export interface KindCounts {
	readonly id: number;
	readonly counts: readonly number[];
}

export interface FindingOptions {
	/** Instead of what the kinds show: the themes', where a few words are looked at. */
	rho?: readonly number[];
	thresholds?: Thresholds;
}

/** What the shares of all themes do. Themes without rows have no finding. */
export function themeTrends(rowsByUnit: RowsByUnit, span: Span, options?: WindowOptions): Trends {
	const window = trendWindow(rowsByUnit, span, options);
	if (window.kind !== 'window') return window;
	return { kind: 'tested', window, ...trendFindings(window, themeCounts(rowsByUnit, window)) };
}

function themeCounts(rowsByUnit: RowsByUnit, { unit, axis }: TrendWindow): KindCounts[] {
	const series = themeSeries(rowsByUnit[unit] ?? [], axis);
	return [...series].map(([id, { counts }]) => ({ id, counts })).sort((a, b) => a.id - b.id);
}

/** How alike the themes' papers of each tested period are, 0 to 0.5; no theme is fitted for it. */
export function themeCorrelations(rowsByUnit: RowsByUnit, window: TrendWindow): readonly number[] {
	return correlations(tested(window, themeCounts(rowsByUnit, window)));
}

/** Papers of each tested period: all, and by kind. */
function tested({ places, axis }: TrendWindow, kinds: readonly KindCounts[]) {
	return {
		places,
		papers: places.map((place) => axis[place]!.papers),
		kinds: kinds.map((kind) => places.map((place) => kind.counts[place]!))
	};
}

/**
 * What the shares of several kinds of papers do in the window: joinpoint regression kind by kind, with overdispersion
 * and dependence between neighbours pooled over kinds.
 */
export function trendFindings(
	window: TrendWindow,
	kinds: readonly KindCounts[],
	{ rho: given, thresholds = usual }: FindingOptions = {}
): TrendFindings {
	const observed = tested(window, kinds);
	const { places, papers, kinds: counts } = observed;
	const rho = given ?? correlations(observed);
	const weights = effectivePapers(papers, rho);
	const periods = { periodsAYear: periodsAYear[window.unit], places, papers, weights };
	const models = stated(kindModels(counts, periods, thresholds), thresholds);
	const adjusted = adjustedOf(models);
	const findings = kinds.map(({ id }, order): TrendFinding => {
		const basics = basicsOf(id, counts[order]!, places, papers);
		const model = models[order];
		if (!model) return { ...basics, ...untested };
		const { segments, since } = model;
		const last = segments.at(-1)!;
		const q = adjusted.shift()!;
		const verdict = verdictOf(last, q, thresholds);
		return {
			...basics,
			...verdict,
			segments,
			shape: shapeOf(segments, verdict.direction),
			since,
			p: last.p,
			q
		};
	});
	return { findings, rho };
}

/** Of each kind its clearest model where that is found sure, else the likeliest. */
function stated(models: readonly (KindModels | null)[], { certainty }: Thresholds): (StatedModel | null)[] {
	const adjusted = adjustedOf(models.map((model) => model && model.clearest));
	return models.map(
		(model) => model && (adjusted.shift()! < certainty.fairlySure ? model.clearest : model.likeliest)
	);
}

/** p of the last segments, of those that have any, adjusted. */
function adjustedOf(models: readonly (StatedModel | null)[]): number[] {
	return benjaminiHochberg(models.flatMap((model) => model?.segments.at(-1)!.p ?? []));
}

const untested = {
	direction: 'too few',
	certainty: null,
	segments: [],
	shape: null,
	since: null,
	p: null,
	q: null
} as const;

function basicsOf(
	id: number,
	counts: readonly number[],
	places: readonly number[],
	papers: readonly number[]
) {
	return {
		id,
		papers: sum(counts),
		shares: counts.map((own, order) => [places[order]!, own, papers[order]!] as const),
		bursts: bursts(counts, papers).map(({ from, to, weight }) => ({
			from: places[from]!,
			to: places[to]!,
			weight
		}))
	};
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

const periodsAYear = { month: 12, quarter: 4, year: 1 };

function verdictOf(
	last: Segment,
	q: number,
	{ certainty, steady }: Thresholds
): { direction: Direction; certainty: Certainty } {
	const sure = sureness(q, certainty);
	if (sure && last.pNegligible >= steady.negligible) {
		return { direction: last.slope > 0 ? 'rising' : 'falling', certainty: sure };
	}
	const still = sureness(last.pSteady, steady);
	return still ? { direction: 'steady', certainty: still } : { direction: 'unclear', certainty: null };
}

function sureness(p: number, { verySure, fairlySure }: { verySure: number; fairlySure: number }): Certainty {
	return p < verySure ? 'very sure' : p < fairlySure ? 'fairly sure' : null;
}
