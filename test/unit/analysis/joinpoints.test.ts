import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { effectivePapers } from '../../../src/lib/analysis/trends/dispersion.ts';
import { fitJoinpoints } from '../../../src/lib/analysis/trends/joinpoint-model.ts';
import { rankJoinpoints } from '../../../src/lib/analysis/trends/joinpoint-search.ts';
import { fitLogit, type Observations } from '../../../src/lib/analysis/trends/logit-fit.ts';

/**
 * Expected values: R 4.2.2, `glm(family = quasibinomial)` with these joinpoints, and segmented 1.6.2, as
 * test/support/joinpoints/joinpoints.R prints them. `down` is Davison and Hinkley's, an example of segmented.
 */
interface Expected {
	name: string;
	rho: number;
	given: number[];
	coefficients: number[];
	errors: number[];
	deviance: number;
	/** Real-valued joinpoints with the deviance that they leave. */
	segmented: { joinpoints: number[]; deviance: number };
}

const expected: Expected[] = [
	{
		name: 'down',
		rho: 0,
		given: [31.5],
		coefficients: [-6.93876943288846, -0.0063112500203345, 0.271992707375055],
		errors: [0.433870707783399, 0.0167986930944481, 0.0296289468503628],
		deviance: 44.2691937525612,
		segmented: { joinpoints: [31.0811519359403], deviance: 43.9386752283362 }
	},
	{
		name: 'word embeddings',
		rho: 0.02,
		given: [25],
		coefficients: [-6.74747907554001, 0.173456601311594, -0.40237644771772],
		errors: [0.857453958262995, 0.0400930414083831, 0.125898513499063],
		deviance: 10.0431836342235,
		segmented: { joinpoints: [25.1843830933753], deviance: 10.0297612706123 }
	},
	{
		name: 'neural networks',
		rho: 0.02,
		given: [21, 25],
		coefficients: [-6.65454885672126, 0.110024731641485, 0.538492555366553, -1.03711166064327],
		errors: [0.839248733985393, 0.0486980732733151, 0.133258922701332, 0.138975496671178],
		deviance: 7.02890032994802,
		segmented: { joinpoints: [20.9999663341119, 24.5254308718448], deviance: 6.47439062496577 }
	},
	{
		name: 'annotation',
		rho: 0.02,
		given: [17],
		coefficients: [-1.98546678282782, 0.0741349113003269, -0.279225261978909],
		errors: [0.315850315866022, 0.0246024475464885, 0.0494687783887184],
		deviance: 45.5498608849691,
		segmented: { joinpoints: [17.3749775494479], deviance: 45.4133519364659 }
	},
	{
		name: 'image diffusion',
		rho: 0.002,
		given: [5],
		coefficients: [-2.79985096019206, 0.161046894477343, -0.248589572919266],
		errors: [0.267473465904332, 0.0651688300604448, 0.072883923831392],
		deviance: 42.3629430487467,
		segmented: { joinpoints: [5.01072668463465], deviance: 42.3627879104539 }
	},
	{
		name: 'reinforcement learning',
		rho: 0.002,
		given: [13],
		coefficients: [-5.81290711355983, 0.279088825373346, -0.31669126625707],
		errors: [0.443437238647109, 0.0386468763533865, 0.0503536523416906],
		deviance: 33.1507429647154,
		segmented: { joinpoints: [12.65015627397], deviance: 32.9363359670278 }
	},
	{
		name: 'chain of thought',
		rho: 0.002,
		given: [8],
		coefficients: [-4.68891737697157, 0.37915453497883, -0.510816437136839],
		errors: [0.321108129316899, 0.0454650871981668, 0.0524999257241011],
		deviance: 24.7364244870796,
		segmented: { joinpoints: [8.21997599090001], deviance: 24.4411081894597 }
	}
];
/** segmented stays in a local optimum here. */
const languageModels: Expected = {
	name: 'language models',
	rho: 0.02,
	given: [28],
	coefficients: [-8.8877733548923, 0.120025647797957, 1.3379304480593],
	errors: [1.32492670074111, 0.0542626977452369, 0.180845870325403],
	deviance: 3.49042692452027,
	segmented: { joinpoints: [10.0394922933776], deviance: 13.6724777945876 }
};

const file = new URL('../../support/joinpoints/series.csv', import.meta.url);
const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);

function observations({ name, rho }: Expected): Observations {
	const own = lines.map((line) => line.split(',')).filter(([series]) => series === name);
	const [times, papers, of] = [1, 2, 3].map((column) => own.map((fields) => Number(fields[column])));
	const shares = papers!.map((count, i) => count / of![i]!);
	return {
		times: times!,
		shares,
		weights: effectivePapers(
			of!,
			of!.map(() => rho)
		)
	};
}

describe('the fit with joinpoints given', () => {
	it.each([...expected, languageModels])('is that of glm: $name', (one) => {
		const fit = fitLogit(observations(one), one.given);
		// Joinpoints that are given cost no freedom.
		const squares = fit.residuals.reduce((sum, residual) => sum + residual * residual, 0);
		const dispersion = squares / (fit.residuals.length - fit.coefficients.length);
		const errors = fit.inverse.map((row, i) => Math.sqrt(row[i]! * dispersion));
		expect(fit.coefficients).toHaveLength(one.coefficients.length);
		for (const [i, coefficient] of fit.coefficients.entries()) {
			expect(Math.abs(coefficient - one.coefficients[i]!)).toBeLessThan(1e-6);
			expect(Math.abs(errors[i]! - one.errors[i]!)).toBeLessThan(1e-6);
		}
		expect(fit.deviance).toBeCloseTo(one.deviance, 6);
	});
});

describe('the joinpoints found', () => {
	it.each(expected)('lie within one period of those of segmented: $name', (one) => {
		const observed = observations(one);
		const fit = fitJoinpoints(observed);
		expect(fit.joinpoints).toHaveLength(one.segmented.joinpoints.length);
		for (const [i, joinpoint] of fit.joinpoints.entries()) {
			expect(Math.abs(joinpoint - one.segmented.joinpoints[i]!)).toBeLessThanOrEqual(1);
			expect(observed.times).toContain(joinpoint);
		}
		expect(fit.since!.low).toBeLessThanOrEqual(fit.joinpoints.at(-1)!);
		expect(fit.since!.high).toBeGreaterThanOrEqual(fit.joinpoints.at(-1)!);
	});

	it('leave less than those of segmented where these are a local optimum', () => {
		const fit = fitJoinpoints(observations(languageModels));
		expect(fit.joinpoints).toEqual([28]);
		expect(fit.deviance).toBeLessThan(languageModels.segmented.deviance);
	});

	it('are the best of all by least squares, for each number of them and each last one', () => {
		const times = [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17];
		const responses = times.map((time) => 0.3 * Math.abs(time - 6) + ((time * 7919) % 13) / 10);
		const weights = times.map((time) => 1 + ((time * 31) % 5));
		const data = { times, responses, weights };
		const rankings = rankJoinpoints(data, 3);
		for (const [fewer, ranked] of rankings.entries()) {
			const all = choices(times.length, fewer + 1).map((at) => ({ at, squares: leftBy(data, at) }));
			const lasts = new Set(all.map(({ at }) => at.at(-1)!));
			expect(new Set(ranked.map(({ at }) => at.at(-1)!))).toEqual(lasts);
			for (const { at, squares } of ranked) {
				const rivals = all.filter((one) => one.at.at(-1) === at.at(-1)).map((one) => one.squares);
				expect(squares).toBeCloseTo(Math.min(...rivals), 8);
				expect(squares).toBeCloseTo(leftBy(data, at), 8);
			}
			expect(ranked[0]!.squares).toBeCloseTo(Math.min(...all.map((one) => one.squares)), 8);
		}
	});
});

/** All ways of placing joinpoints with at least three observations in each segment. */
function choices(size: number, count: number, from = 2): number[][] {
	if (count === 0) return [[]];
	return Array.from({ length: size }, (_, at) => at)
		.filter((at) => at >= from && at <= size - 1 - 3 * count)
		.flatMap((at) => choices(size, count - 1, at + 3).map((rest) => [at, ...rest]));
}

/** Weighted squares left by the normal equations, solved by elimination. */
function leftBy(
	data: { times: number[]; responses: number[]; weights: number[] },
	at: readonly number[]
): number {
	const rows = data.times.map((time) => [1, time, ...at.map((i) => Math.max(0, time - data.times[i]!))]);
	const size = rows[0]!.length;
	const system = Array.from({ length: size }, (_, a) => [
		...Array.from({ length: size }, (_, b) =>
			rows.reduce((sum, row, i) => sum + data.weights[i]! * row[a]! * row[b]!, 0)
		),
		rows.reduce((sum, row, i) => sum + data.weights[i]! * row[a]! * data.responses[i]!, 0)
	]);
	for (let pivot = 0; pivot < size; pivot++) {
		for (let row = 0; row < size; row++) {
			if (row === pivot) continue;
			const times = system[row]![pivot]! / system[pivot]![pivot]!;
			for (let column = pivot; column <= size; column++)
				system[row]![column]! -= times * system[pivot]![column]!;
		}
	}
	const coefficients = system.map((row, i) => row[size]! / row[i]!);
	return rows.reduce((sum, row, i) => {
		const off = data.responses[i]! - row.reduce((fit, value, j) => fit + value * coefficients[j]!, 0);
		return sum + data.weights[i]! * off * off;
	}, 0);
}
