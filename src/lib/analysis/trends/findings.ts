import { bursts, type Burst } from '../burst.ts';
import { benjaminiHochberg } from '../certainty.ts';
import type { Span } from '../periods.ts';
import { themeSeries } from '../theme-series.ts';
import { effectivePapers, neighbourCorrelation, correlations } from './dispersion.ts';
import { fitJoinpoints, type JoinpointModel } from './joinpoint-model.ts';
import { dispersionOf, segmentsOf, type Segment } from './segments.ts';
import { choiceOf, type Choice } from './selection.ts';
import { shapeOf, type Shape } from './shape.ts';
import { squeezed } from './squeeze.ts';
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
	const series = themeSeries(rowsByUnit[window.unit] ?? [], window.axis);
	const kinds = [...series].map(([id, { counts }]) => ({ id, counts })).sort((a, b) => a.id - b.id);
	return { kind: 'tested', window, ...trendFindings(window, kinds) };
}

/** A kind as it is fitted. */
interface Fitted {
	counts: readonly number[];
	model: JoinpointModel | null;
	/** Correlation of residuals with the next period's. */
	neighbours: number;
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
	const { places } = window;
	const papers = places.map((place) => window.axis[place]!.papers);
	const counts = kinds.map((kind) => places.map((place) => kind.counts[place]!));
	const rho = given ?? correlations({ places, papers, kinds: counts });
	const weights = effectivePapers(papers, rho);
	const fitted = counts.map((own) => fitKind(own, { places, papers, weights, fewest: thresholds.papers }));
	const segments = segmentsOfAll(fitted, choiceOf(places, weights), window, thresholds);
	const tested = segments.flatMap((own) => (own.length > 0 ? [own.at(-1)!.p] : []));
	const adjusted = benjaminiHochberg(tested);
	const findings = kinds.map(({ id }, order): TrendFinding => {
		const own = segments[order]!;
		const { model } = fitted[order]!;
		const basics = basicsOf(id, fitted[order]!.counts, places, papers);
		if (!model || own.length === 0) return { ...basics, ...untested };
		const q = adjusted.shift()!;
		const verdict = verdictOf(own.at(-1)!, q, thresholds);
		const since = model.since && { place: model.joinpoints.at(-1)!, ...model.since };
		return {
			...basics,
			...verdict,
			segments: own,
			shape: shapeOf(own, verdict.direction),
			since,
			p: own.at(-1)!.p,
			q
		};
	});
	return { findings, rho };
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

/**
 * One made-up paper in each period, divided as those of all periods are, keeps slopes finite where a segment has none
 * of the kind.
 */
function fitKind(
	counts: readonly number[],
	{
		places,
		papers,
		weights,
		fewest
	}: {
		places: readonly number[];
		papers: readonly number[];
		weights: readonly number[];
		fewest: number;
	}
): Fitted {
	const [own, all] = [sum(counts), sum(papers)];
	if (own < fewest || own === all) return { counts, model: null, neighbours: 0 };
	const shares = counts.map((count, order) => (count + own / all) / (papers[order]! + 1));
	const model = fitJoinpoints({ times: places, shares, weights });
	const parameters = 2 + 2 * model.joinpoints.length;
	return { counts, model, neighbours: neighbourCorrelation(places, model.residuals, parameters) };
}

/** Half of what a kind's own residuals say counts from so many periods on. */
const halfOwn = 20;
const mostNeighbours = 0.8;
const periodsAYear = { month: 12, quarter: 4, year: 1 };

/** Dependence widens every interval of a kind, by what all kinds show, moved towards what its own residuals do. */
function segmentsOfAll(
	fitted: readonly Fitted[],
	choice: Choice,
	{ unit, places }: TrendWindow,
	thresholds: Thresholds
): Segment[][] {
	const known = fitted.flatMap(({ model, neighbours }) => (model ? [neighbours] : []));
	const pooled = known.length > 0 ? sum(known) / known.length : 0;
	const own = places.length / (places.length + halfOwn);
	const variances = squeezed(fitted.flatMap(({ model }) => (model ? [dispersionOf(model)] : [])));
	return fitted.map(({ model, neighbours }) => {
		if (!model) return [];
		const r = Math.min(mostNeighbours, Math.max(0, pooled + own * (neighbours - pooled)));
		const { value, freedom } = variances.shift()!;
		const variance = { value: (Math.max(1, value) * (1 + r)) / (1 - r), freedom };
		return segmentsOf(model, places, { periodsAYear: periodsAYear[unit], variance, choice, thresholds });
	});
}

function verdictOf(
	last: Segment,
	q: number,
	{ certainty, steady }: Thresholds
): { direction: Direction; certainty: Certainty } {
	const sure = sureness(q, certainty);
	if (sure && last.pNegligible >= steady.fairlySure) {
		return { direction: last.slope > 0 ? 'rising' : 'falling', certainty: sure };
	}
	const still = sureness(last.pSteady, steady);
	return still ? { direction: 'steady', certainty: still } : { direction: 'unclear', certainty: null };
}

function sureness(p: number, { verySure, fairlySure }: { verySure: number; fairlySure: number }): Certainty {
	return p < verySure ? 'very sure' : p < fairlySure ? 'fairly sure' : null;
}
