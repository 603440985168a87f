import { createRandom, type Random } from '../../src/lib/pipeline/random.ts';

export const scenarios = ['flat', 'drifting', 'stepped', 'humped', 'late-rising'] as const;
export type Scenario = (typeof scenarios)[number];

/** Papers of several themes in several periods, drawn from shares that are known. */
export interface DrawnTrends {
	scenario: Scenario;
	/** True share of each theme in each period. */
	shares: number[][];
	/** Drawn papers of each theme in each period. */
	counts: number[][];
	/** All papers of each period. */
	papers: number[];
}

/** How papers of a period depend on each other and on those of the period before. */
export interface Noise {
	/** Of the Dirichlet-multinomial, for each period; above 0. */
	rho: readonly number[];
	/** Correlation of the Dirichlet's gamma variates with those of the period before, 0 to 1. */
	neighbours: number;
	/** Standard deviation of what every second period adds to a theme's logit. */
	alternation: number;
}

/** Corpora as various as those that people open; the same for the same scenario and seed. */
export function drawTrends(scenario: Scenario, seed: number): DrawnTrends {
	const random = createRandom(seed, scenarios.indexOf(scenario));
	const themes = Math.round(between(5, 40, random));
	const [fewest, most] = pick<readonly [number, number]>(
		[
			[5, 11],
			[12, 23],
			[24, 60]
		],
		random
	);
	const periods = someBetween(fewest, most, random);
	const alternates = random.uniform() < 1 / 4;
	const papers = paperNumbers(periods, alternates, random);
	const shares = trueShares(scenario, themes, periods, random);
	const noise = {
		rho: random.uniform() < 1 / 2 ? evenRho(periods, random) : fallingRho(periods, random),
		neighbours: random.uniform() / 2,
		alternation: alternates ? 0.5 * random.uniform() : 0
	};
	return { scenario, shares, papers, counts: drawCounts(shares, papers, noise, random) };
}

/** 20 to 5,000 papers a period, growing or shrinking; of an alternating corpus more in every second. */
function paperNumbers(periods: number, alternates: boolean, random: Random): number[] {
	const usual = between(20, 5000, random);
	const growth = between(0.7, 10, random);
	const ratio = alternates ? between(1, 5, random) : 1;
	return Array.from({ length: periods }, (_, at) => {
		const size = usual * growth ** (at / (periods - 1) - 0.5) * (at % 2 === 0 ? 1 : ratio);
		return Math.round(Math.max(20, Math.min(5000, size * Math.exp(0.1 * random.normal()))));
	});
}

/** As the months of Daily Papers show it. */
function evenRho(periods: number, random: Random): number[] {
	const rho = between(0.0005, 0.003, random);
	return Array.from({ length: periods }, () => rho);
}

/** As the years of the ACL Anthology show it, which grew out of few venues into many. */
function fallingRho(periods: number, random: Random): number[] {
	const [first, last] = [between(0.005, 0.08, random), between(0.001, 0.005, random)];
	return Array.from({ length: periods }, (_, at) => first * (last / first) ** (at / (periods - 1)));
}

/** Half of the themes keep their shares, unless all do; the others share out what these leave. */
function trueShares(scenario: Scenario, themes: number, periods: number, random: Random): number[][] {
	const sizes = Array.from({ length: themes }, () => Math.exp(0.7 * random.normal()));
	const all = sum(sizes);
	const moving = scenario === 'flat' ? 0 : Math.ceil(themes / 2);
	const held = sum(sizes.slice(0, moving)) / all;
	const paths = sizes.map((size, theme) => {
		const course = theme < moving ? courses[scenario](periods, random) : null;
		return Array.from({ length: periods }, (_, at) => size * Math.exp(course?.[at] ?? 0));
	});
	return paths.map((path, theme) =>
		path.map((size, at) => {
			if (theme >= moving) return size / all;
			return (held * size) / sum(paths.slice(0, moving).map((other) => other[at]!));
		})
	);
}

/** Logarithms of what shares are multiplied by, before they are made to sum to one. */
const courses: Record<Scenario, (periods: number, random: Random) => number[]> = {
	flat: (periods) => Array.from({ length: periods }, () => 0),
	drifting: (periods, random) => {
		const size = eitherWay(1.5, random);
		let wander = 0;
		return Array.from({ length: periods }, (_, at) => {
			wander += (0.3 * size * random.normal()) / Math.sqrt(periods);
			return (size * at) / (periods - 1) + wander;
		});
	},
	stepped: (periods, random) => {
		const [size, step] = [eitherWay(1.5, random), periods * (0.1 + 0.8 * random.uniform())];
		return Array.from({ length: periods }, (_, at) => (at < step ? 0 : size));
	},
	humped: (periods, random) => {
		const height = 0.5 + 1.5 * random.uniform();
		const peak = periods * (0.2 + 0.6 * random.uniform());
		const reach = periods * (0.15 + 0.25 * random.uniform());
		return Array.from({ length: periods }, (_, at) => height * Math.max(0, 1 - Math.abs(at - peak) / reach));
	},
	'late-rising': (periods, random) => {
		const size = eitherWay(1.5, random);
		const start = (periods - 1) * (0.5 + 0.35 * random.uniform());
		return Array.from(
			{ length: periods },
			(_, at) => (size * Math.max(0, at - start)) / (periods - 1 - start)
		);
	}
};

/** At least a fifth of the most, up more often than down. */
function eitherWay(most: number, random: Random): number {
	const size = most * (0.2 + 0.8 * random.uniform());
	return random.uniform() < 0.7 ? size : -size;
}

/** Dirichlet-multinomial counts with these mean shares. */
export function drawCounts(
	shares: readonly (readonly number[])[],
	papers: readonly number[],
	{ rho, neighbours, alternation }: Noise,
	random: Random
): number[][] {
	const counts = shares.map(() => papers.map(() => 0));
	const offsets = shares.map(() => alternation * random.normal());
	let before: { variates: number[]; shapes: number[] } | null = null;
	for (const [at, all] of papers.entries()) {
		const sign = at % 2 === 0 ? 1 : -1;
		const odds = shares.map((path, theme) => path[at]! * Math.exp(sign * offsets[theme]!));
		const total = sum(odds);
		const shapes = odds.map((share) => ((share / total) * (1 - rho[at]!)) / rho[at]!);
		const variates: number[] = shapes.map((shape, theme) => {
			const kept = before ? neighbours * Math.min(shape, before.shapes[theme]!) : 0;
			const old =
				kept > 0 ? before!.variates[theme]! * drawBeta(kept, before!.shapes[theme]! - kept, random) : 0;
			return old + drawGamma(shape - kept, random);
		});
		before = { variates, shapes };
		let [left, rest] = [all, sum(variates)];
		for (const [theme, variate] of variates.entries()) {
			const own =
				theme === variates.length - 1 ? left : drawBinomial(left, Math.min(1, variate / rest), random);
			counts[theme]![at] = own;
			left -= own;
			rest -= variate;
		}
	}
	return counts;
}

/** Marsaglia and Tsang (2000); below shape 1 by their power of a uniform. */
function drawGamma(shape: number, random: Random): number {
	if (shape < 1) return drawGamma(shape + 1, random) * (1 - random.uniform()) ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = random.normal();
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(1 - random.uniform()) < (x * x) / 2 + d * (1 - v + Math.log(v))) return d * v;
	}
}

function drawBeta(a: number, b: number, random: Random): number {
	if (b <= 0) return 1;
	const [x, y] = [drawGamma(a, random), drawGamma(b, random)];
	return x + y > 0 ? x / (x + y) : a / (a + b);
}

/** Median of so many uniforms first, then one side of it (Ahrens and Dieter 1974). */
function drawBinomial(n: number, p: number, random: Random): number {
	if (n < 20) {
		let own = 0;
		for (let i = 0; i < n; i++) if (random.uniform() < p) own++;
		return own;
	}
	const middle = (n + 1) >> 1;
	const median = drawBeta(middle, n + 1 - middle, random);
	if (median <= p) return middle + drawBinomial(n - middle, (p - median) / (1 - median), random);
	return drawBinomial(middle - 1, p / median, random);
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Log-uniform. */
const between = (least: number, most: number, random: Random) => least * (most / least) ** random.uniform();

const someBetween = (least: number, most: number, random: Random) => least + random.integer(most - least + 1);

function pick<T>(choices: readonly T[], random: Random): T {
	return choices[random.integer(choices.length)]!;
}
