import { exp, log } from '../../base/math.ts';
import { student95, twoSidedStudent } from '../tails.ts';
import { basis, dot, logistic, type LogitFit } from './logit-fit.ts';
import { paidFor, type Choice } from './selection.ts';
import type { Variance } from './squeeze.ts';
import type { Thresholds } from './thresholds.ts';

/** A value with its 95 % interval. */
export interface Estimate {
	value: number;
	low: number;
	high: number;
}

/** What a share clearly did over a segment. */
export type Course = 'rose' | 'fell' | 'steady' | 'unclear';

/** A stretch over which the logit of a share is a straight line. */
export interface Segment {
	/** Places on the axis; a segment begins where the one before ends. */
	from: number;
	to: number;
	/** Points a period, average over the segment, with its 95 % interval. */
	slope: number;
	low: number;
	high: number;
	/** Per cent of itself by which the share changes in a year. */
	percentAYear: Estimate;
	/** Fitted shares at both ends, 0 to 1. */
	start: number;
	end: number;
	/** Two-sided p of a change that is none; where joinpoints were chosen, that choice is paid for. */
	p: number;
	/** One-sided p of a change, either way, as large as would no longer be steady. */
	pSteady: number;
	/** The same for the narrower of the two limits. */
	pNegligible: number;
	course: Course;
}

/** What inference needs beside a model. */
export interface Inference {
	periodsAYear: number;
	/** What the inverse of the information is to be multiplied by to be a covariance. */
	variance: Variance;
	/** What the joinpoints were chosen from. */
	choice: Choice;
	thresholds: Thresholds;
}

/** Standard errors of linear functions of the coefficients. */
class Spread {
	readonly freedom: number;
	readonly #inverse: LogitFit['inverse'];
	readonly #factor: number;

	constructor({ inverse }: LogitFit, { value, freedom }: Variance) {
		this.freedom = freedom;
		this.#inverse = inverse;
		this.#factor = value;
	}

	of(gradient: readonly number[]): number {
		const variance = dot(
			this.#inverse.map((row) => dot(row, gradient)),
			gradient
		);
		return Math.sqrt(Math.max(0, variance) * this.#factor);
	}
}

/** Segments of a model with what can be said about each, by the delta method, joinpoints taken as given. */
export function segmentsOf(model: LogitFit, times: readonly number[], inference: Inference): Segment[] {
	const spread = new Spread(model, inference.variance);
	const ends = [times[0]!, ...model.joinpoints, times.at(-1)!];
	return ends.slice(1).map((to, order) => segmentOf(model, ends[order]!, to, spread, inference));
}

function segmentOf(
	model: LogitFit,
	from: number,
	to: number,
	spread: Spread,
	{ periodsAYear, choice, thresholds }: Inference
): Segment {
	const [first, last] = [shareAt(model, from), shareAt(model, to)];
	const quantile = student95(spread.freedom);
	const change = last.share - first.share;
	const error = spread.of(difference(last.gradient, first.gradient));
	const points = (value: number) => (100 * value) / (to - from);
	const tests = testsOf(change, error, spread.freedom, (first.share + last.share) / 2, thresholds);
	if (model.joinpoints.length > 0) tests.p = paidFor(tests.p, choice);
	const ratio = log(last.share / first.share);
	const relative = ({ gradient, share }: ShareAt) => gradient.map((value) => value / share);
	const ratioError = spread.of(difference(relative(last), relative(first)));
	const percent = (value: number) => 100 * (exp((value * periodsAYear) / (to - from)) - 1);
	return {
		from,
		to,
		slope: points(change),
		low: points(change - quantile * error),
		high: points(change + quantile * error),
		percentAYear: {
			value: percent(ratio),
			low: percent(ratio - quantile * ratioError),
			high: percent(ratio + quantile * ratioError)
		},
		start: first.share,
		end: last.share,
		...tests,
		course: courseOf(change, tests, thresholds)
	};
}

interface ShareAt {
	share: number;
	gradient: number[];
}

function shareAt({ coefficients, joinpoints }: LogitFit, time: number): ShareAt {
	const row = basis(time, joinpoints);
	const share = logistic(dot(row, coefficients));
	return { share, gradient: row.map((value) => value * share * (1 - share)) };
}

const difference = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - b[i]!);

type Tests = Pick<Segment, 'p' | 'pSteady' | 'pNegligible'>;

/** Whether a change is one (Student's t), and whether it is none to speak of (two one-sided tests, Schuirmann 1987). */
function testsOf(
	change: number,
	error: number,
	freedom: number,
	share: number,
	{ steady }: Thresholds
): Tests {
	const [points, part] = [steady.points / 100, steady.part * share];
	const within = (limit: number) => {
		const distance = limit - Math.abs(change);
		const tail = error > 0 ? twoSidedStudent(distance / error, freedom) / 2 : 0;
		return distance > 0 ? tail : 1 - tail;
	};
	return {
		p: error > 0 ? twoSidedStudent(change / error, freedom) : 1,
		pSteady: within(Math.max(points, part)),
		pNegligible: within(Math.min(points, part))
	};
}

/** What is clear of an earlier segment by itself, whatever else is tested. */
function courseOf(change: number, { p, pSteady, pNegligible }: Tests, limits: Thresholds): Course {
	const clear = p < limits.before && pNegligible >= limits.steady.negligible;
	if (clear) return change > 0 ? 'rose' : 'fell';
	return pSteady < limits.steady.fairlySure ? 'steady' : 'unclear';
}
