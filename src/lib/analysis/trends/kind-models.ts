import { neighbourCorrelation } from './dispersion.ts';
import { fitJoinpoints, type JoinpointModel } from './joinpoint-model.ts';
import { dispersionOf, fitLogit, type LogitFit, type Observations } from './logit-fit.ts';
import { segmentsOf, type Inference, type Segment } from './segments.ts';
import { choiceOf } from './selection.ts';
import { squeezed } from './squeeze.ts';
import type { Thresholds } from './thresholds.ts';

/** The periods in which several kinds are tested. */
export interface TestedPeriods {
	readonly periodsAYear: number;
	/** On the axis, ascending. */
	readonly places: readonly number[];
	/** All papers in each. */
	readonly papers: readonly number[];
	/** Papers that do not depend on each other that each counts as. */
	readonly weights: readonly number[];
}

/** Segments with what is to be said of the last one's beginning. */
export interface StatedModel {
	segments: readonly Segment[];
	/** Place at which the last segment begins, with its 95 % interval; `null` when there is one segment. */
	since: { place: number; low: number; high: number } | null;
}

/** A kind's likeliest model and the one to be stated if it is found sure, which may be the same. */
export interface KindModels {
	likeliest: StatedModel;
	clearest: StatedModel;
}

/** A kind as it is fitted. */
interface Fitted {
	observed: Observations;
	model: JoinpointModel;
	/** Correlation of residuals with the next period's. */
	neighbours: number;
}

/** Half of what a kind's own residuals say counts from so many periods on. */
const halfOwn = 20;
const mostNeighbours = 0.8;

/**
 * Segments of each kind; `null` where there are too few papers or no others. Variances are drawn towards what all
 * kinds show; dependence between neighbours widens them by what all kinds show, moved towards what the kind's own
 * residuals do.
 *
 * @param kinds papers of each kind in each tested period
 */
export function kindModels(
	kinds: readonly (readonly number[])[],
	tested: TestedPeriods,
	thresholds: Thresholds
): (KindModels | null)[] {
	const { places, papers, weights, periodsAYear } = tested;
	const fitted = kinds.map((counts) => fitKind(counts, tested, thresholds.papers));
	const known = fitted.flatMap((one) => one ?? []);
	const pooled = known.length > 0 ? sum(known.map(({ neighbours }) => neighbours)) / known.length : 0;
	const own = places.length / (places.length + halfOwn);
	const variances = squeezed(known.map(({ model }) => dispersionOf(model)));
	const sampling = sum(weights) / sum(papers);
	const choice = choiceOf(places, weights);
	return fitted.map((one) => {
		if (!one) return null;
		const widening = wideningOf(pooled + own * (one.neighbours - pooled));
		const { value, freedom } = variances.shift()!;
		const variance = { value: Math.max(sampling, value) * widening, freedom };
		return modelsOf(one, { periodsAYear, variance, choice, thresholds });
	});
}

/**
 * By how much a variance is larger than without a correlation between neighbours (that of a mean under AR(1)). At
 * least 1: what alternates, as with a conference of every second year, must not pass for precision.
 */
export function wideningOf(correlation: number): number {
	const r = Math.min(mostNeighbours, Math.max(0, correlation));
	return (1 + r) / (1 - r);
}

/**
 * One made-up paper in each period, divided as those of all periods are, keeps slopes finite where a segment has none
 * of the kind.
 */
function fitKind(
	counts: readonly number[],
	{ places, papers, weights }: TestedPeriods,
	fewest: number
): Fitted | null {
	const [own, all] = [sum(counts), sum(papers)];
	if (own < fewest || own === all) return null;
	const shares = counts.map((count, order) => (count + own / all) / (papers[order]! + 1));
	const observed = { times: places, shares, weights };
	const model = fitJoinpoints(observed, sum(weights) / all);
	const parameters = 2 + 2 * model.joinpoints.length;
	return { observed, model, neighbours: neighbourCorrelation(places, model.residuals, parameters) };
}

/**
 * Where nothing is clear since the likeliest joinpoint, but since one that is hardly less likely, that one is the
 * clearest: p pays for the choice among all.
 */
function modelsOf({ observed, model }: Fitted, inference: Inference): KindModels {
	const stated = (fit: LogitFit): StatedModel => {
		const segments = segmentsOf(fit, observed.times, inference);
		return { segments, since: model.since && { place: segments.at(-1)!.from, ...model.since } };
	};
	const likeliest = stated(model);
	let clearest = likeliest;
	const { certainty, steady } = inference.thresholds;
	const last = likeliest.segments.at(-1)!;
	if (last.p >= certainty.fairlySure && last.pSteady >= steady.fairlySure) {
		let least: number = certainty.fairlySure;
		for (const rival of model.rivals) {
			const other = stated(fitLogit(observed, rival, model.fitted));
			const { p } = other.segments.at(-1)!;
			if (p < least) [clearest, least] = [other, p];
		}
	}
	return { likeliest, clearest };
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
