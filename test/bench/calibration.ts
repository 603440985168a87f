import { trendFindings } from '../../src/lib/analysis/trends/findings.ts';
import { createRandom } from '../../src/lib/pipeline/random.ts';
import { drawCounts, drawTrends, scenarios, type Scenario } from '../support/drawn-trends.ts';
import { judgedTrends, type Judged } from '../support/judged-trends.ts';
import { yearly } from '../support/yearly-trends.ts';

/** What was said of one theme, as far as the tables need it. */
interface Verdict {
	scenario: Scenario;
	corpus: number;
	periods: number;
	/** Mean of a period. */
	papers: number;
	segments: number;
	moves: boolean;
	certainty: Judged['finding']['certainty'];
	right: boolean;
	/** Of the test that the statement would rest on. */
	q: number;
	pSteady: number;
	/** Whether what is said of before is right; `null` where no rise or fall is said of it. */
	before: boolean | null;
}

/** Says how often trends are right on corpora whose shares are known, and how long verdicts take. */
export function reportCalibration(corpora: number): void {
	const halves: [Verdict[], Verdict[]] = [[], []];
	for (const scenario of scenarios) {
		for (let corpus = 1; corpus <= corpora; corpus++) {
			halves[corpus % 2]!.push(...verdictsOf(scenario, corpus));
		}
		console.error(`${scenario}: ${corpora} corpora`);
	}
	const [tested, set] = halves;
	console.log(`\nRight by q of a rise or fall, and by p of steady, in the half that sets thresholds:\n`);
	reportBands(set);
	console.log(`\nThe other half, with the thresholds as they stand: said, right, lower 95 % bound:\n`);
	reportTable(tested);
	reportFlat(tested);
	reportPooled(tested);
	for (const rho of [1e-6, 0.0015]) reportPower(rho, Math.max(100, corpora / 2));
	reportTime();
}

/** Beyond the seeds that the method was made with. */
const firstSeed = 10_000;

function verdictsOf(scenario: Scenario, corpus: number): Verdict[] {
	const drawn = drawTrends(scenario, firstSeed + corpus);
	const periods = drawn.papers.length;
	const papers = drawn.papers.reduce((all, some) => all + some, 0) / periods;
	return judgedTrends(drawn).flatMap(({ finding, rightMove, rightSteady, rightBefore: before }) => {
		const last = finding.segments.at(-1);
		if (!last) return [];
		const { certainty, direction } = finding;
		const moves = direction === 'unclear' ? finding.p! < last.pSteady : direction !== 'steady';
		const right = moves ? rightMove : rightSteady;
		const tests = { q: finding.q!, pSteady: last.pSteady };
		const segments = finding.segments.length;
		return [{ scenario, corpus, periods, papers, segments, moves, certainty, right, before, ...tests }];
	});
}

/** Share that is right with its lower 95 % bound (Wilson), the number of themes divided by what corpora add to its variance. */
export function rightOf(verdicts: readonly Pick<Verdict, 'scenario' | 'corpus' | 'right'>[]): {
	said: number;
	right: number;
	low: number;
} {
	const said = verdicts.length;
	if (said === 0) return { said, right: NaN, low: 0 };
	const right = verdicts.filter((verdict) => verdict.right).length / said;
	const off = new Map<string, number>();
	for (const verdict of verdicts) {
		const key = `${verdict.scenario} ${verdict.corpus}`;
		off.set(key, (off.get(key) ?? 0) + (verdict.right ? 1 : 0) - right);
	}
	const squares = [...off.values()].reduce((sum, each) => sum + each * each, 0);
	const expected = said * right * (1 - right);
	const n = said / Math.max(1, expected > 0 ? squares / expected : 1);
	const z = 1.959964;
	const centre = right + (z * z) / (2 * n);
	const low = (centre - z * Math.sqrt((right * (1 - right)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
	return { said, right, low };
}

const digits = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(3).replace(/^0/, ''));

const cells = (verdicts: readonly Verdict[]) => {
	const { said, right, low } = rightOf(verdicts);
	return said === 0 ? '0' : `${said}, ${digits(right)} (${digits(low)})`;
};

const isMoving = ({ scenario }: Verdict) => scenario !== 'flat';

const groups: [name: string, holds: (verdict: Verdict) => boolean][] = [
	...scenarios.map((scenario): [string, (verdict: Verdict) => boolean] => [
		scenario,
		(verdict) => verdict.scenario === scenario
	]),
	['5 to 11 periods', (verdict) => isMoving(verdict) && verdict.periods < 12],
	['12 to 23 periods', (verdict) => isMoving(verdict) && verdict.periods >= 12 && verdict.periods < 24],
	['24 to 60 periods', (verdict) => isMoving(verdict) && verdict.periods >= 24],
	['below 100 papers a period', (verdict) => isMoving(verdict) && verdict.papers < 100],
	['100 to 700 papers', (verdict) => isMoving(verdict) && verdict.papers >= 100 && verdict.papers < 700],
	['700 papers and more', (verdict) => isMoving(verdict) && verdict.papers >= 700],
	['one segment', (verdict) => isMoving(verdict) && verdict.segments === 1],
	['more segments', (verdict) => isMoving(verdict) && verdict.segments > 1],
	['pooled, half of the themes flat', isMoving]
];

function reportTable(verdicts: readonly Verdict[]): void {
	console.log(
		'| corpora | themes | rise or fall, very sure | fairly sure | steady, very sure | fairly sure |'
	);
	console.log('| --- | --: | --: | --: | --: | --: |');
	for (const [name, holds] of groups) {
		const own = verdicts.filter(holds);
		const said = [true, false].flatMap((moves) =>
			(['very sure', 'fairly sure'] as const).map((certainty) =>
				cells(own.filter((verdict) => verdict.moves === moves && verdict.certainty === certainty))
			)
		);
		console.log(`| ${[name, own.length, ...said].join(' | ')} |`);
	}
}

const bands = [
	0, 1e-6, 1e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3
];

function reportBands(verdicts: readonly Verdict[]): void {
	console.log('| from | to | rise or fall | steady |');
	console.log('| --: | --: | --: | --: |');
	const pool = verdicts.filter(isMoving);
	for (const [order, from] of bands.slice(0, -1).entries()) {
		const to = bands[order + 1]!;
		const within = (value: number) => value >= from && value < to;
		const moving = pool.filter(({ moves, q }) => moves && within(q));
		const steady = pool.filter(({ moves, pSteady }) => !moves && within(pSteady));
		console.log(`| ${[from, to, cells(moving), cells(steady)].join(' | ')} |`);
	}
}

function reportFlat(verdicts: readonly Verdict[]): void {
	const flat = verdicts.filter((verdict) => !isMoving(verdict));
	const said = flat.filter(({ moves, certainty }) => moves && certainty === 'very sure').length;
	console.log(`\nFlat corpora: ${said} of ${flat.length} themes are said, very sure, to rise or fall.`);
}

function reportPooled(verdicts: readonly Verdict[]): void {
	for (const certainty of ['very sure', 'fairly sure'] as const) {
		const said = verdicts.filter((verdict) => isMoving(verdict) && verdict.certainty === certainty);
		console.log(`Rise, fall and steady together, half of the themes flat, ${certainty}: ${cells(said)}.`);
	}
	const before = verdicts.flatMap((verdict) =>
		isMoving(verdict) && verdict.before !== null ? [{ ...verdict, right: verdict.before }] : []
	);
	console.log(`"Rose to" and "fell to" before the last segment: ${cells(before)}.`);
}

/** A share of 10 % that doubles in the last third of 24 periods of 300 papers, among nine that make room for it. */
function reportPower(rho: number, corpora: number): void {
	const periods = 24;
	const papers = new Array<number>(periods).fill(300);
	const rising = papers.map((_, at) => 0.1 * (1 + Math.max(0, at - 15) / 8));
	const shares = [rising, ...Array.from({ length: 9 }, () => rising.map((share) => (1 - share) / 9))];
	const noise = { rho: papers.map(() => rho), neighbours: 0, alternation: 0 };
	let said = 0;
	for (let corpus = 0; corpus < corpora; corpus++) {
		const counts = drawCounts(shares, papers, noise, createRandom(firstSeed + corpus, 100));
		const { findings } = trendFindings(
			yearly(papers),
			counts.map((own, id) => ({ id, counts: own }))
		);
		if (findings[0]!.direction === 'rising') said++;
	}
	const share = digits(said / corpora);
	console.log(`Power: ${share} of ${corpora} doublings are said to rise (rho ${rho}).`);
}

const [timedThemes, timedPeriods, timedRuns] = [20, 40, 60];

function reportTime(): void {
	const random = createRandom(1, 200);
	const papers = new Array<number>(timedPeriods).fill(400);
	const paths = Array.from({ length: timedThemes }, (_, theme) =>
		papers.map((_, at) => (theme % 2 === 0 ? 1 : 1 + Math.max(0, at - 20 - theme) / 5))
	);
	const all = papers.map((_, at) => paths.reduce((sum, path) => sum + path[at]!, 0));
	const shares = paths.map((path) => path.map((size, at) => size / all[at]!));
	const noise = { rho: papers.map(() => 0.0015), neighbours: 0.2, alternation: 0 };
	const kinds = drawCounts(shares, papers, noise, random).map((counts, id) => ({ id, counts }));
	const window = yearly(papers);
	const before = process.cpuUsage();
	const times = Array.from({ length: timedRuns }, () => {
		const start = performance.now();
		trendFindings(window, kinds);
		return performance.now() - start;
	}).sort((a, b) => a - b);
	const { user, system } = process.cpuUsage(before);
	const [least, median] = [times[0]!, times[timedRuns / 2]!].map((time) => time.toFixed(0));
	const cpu = ((user + system) / 1000 / timedRuns).toFixed(0);
	console.log(
		`Verdicts of ${timedThemes} themes over ${timedPeriods} periods: ${median} ms (median of ${timedRuns}), ` +
			`${least} at least, ${cpu} of CPU on average.`
	);
}
