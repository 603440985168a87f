import { checkpoint, poolOf, type Hooks } from '../../source/hooks.ts';
import { leastPapers, type NumberRange } from '../../dataset/theme-numbers.ts';
import { inOrder } from '../../base/in-order.ts';
import { exp, log } from '../../base/math.ts';
import { holdCurve, mean, measureCandidate, prepareCurve, type Measured } from './curve.ts';
import type { CurvePoint, Matrix } from '../model.ts';

const mostThemes = 100;

/** Candidate numbers of themes for a sample: every one up to 6, then steps of about a quarter. */
export function candidateNumbers(papers: number): number[] {
	const largest = Math.min(mostThemes, Math.floor(papers / leastPapers));
	const found: number[] = [];
	for (let k = 2; k <= largest; k += Math.max(1, Math.round(k / 4.5))) found.push(k);
	return found;
}

/** Numbers halfway between one of the given ones and its neighbours. */
export function between(numbers: readonly number[], one: number): number[] {
	const at = numbers.indexOf(one);
	return [numbers[at - 1], numbers[at + 1]].flatMap((other) => {
		const middle = other === undefined ? one : Math.round((one + other) / 2);
		return middle === one || middle === other ? [] : [middle];
	});
}

export interface ChosenK {
	readonly k: number;
	/** Numbers that are as good as `k`; `null` where there are none. */
	readonly asGood: NumberRange | null;
	readonly curve: readonly CurvePoint[];
}

/** Rounds of fitting numbers between the best and its neighbours. */
const refinements = 2;
/** Share of the best worth below which two numbers in a row end the search upwards. */
const poor = 0.75;
/** Papers from which on a reader wants a number of themes at least, where it is worth nearly as much as the best. */
const many = { papers: 1000, themes: 6, worth: 0.9 };

/** What a further theme costs. */
const price = (k: number) => exp(0.3 * log(k));

/**
 * What a number of themes is worth: silhouette x separation / k^0.3. In text the silhouette creeps upwards long
 * after the themes that readers know have been found, so each further theme has to earn its place; and it is high
 * where nearly everything is one theme, so it counts only as far as themes part papers from each other.
 */
function worth({ k, parts }: Measured): number {
	return mean(parts) / price(k);
}

/** Share of the best worth from which on a number of themes is as good as the best. */
const good = 0.93;

/**
 * The numbers of themes around the best that are worth nearly as much.
 * @param measured by ascending number
 */
function stretchOfBest(measured: readonly Measured[]): readonly Measured[] {
	const most = best(measured);
	if (!most) return [];
	const isGood = (point: Measured | undefined) => point !== undefined && worth(point) >= good * worth(most);
	let first = measured.indexOf(most);
	let last = first;
	while (isGood(measured[first - 1])) first--;
	while (isGood(measured[last + 1])) last++;
	return measured.slice(first, last + 1);
}

/**
 * The middle, by ratio, of the numbers of themes around the best that are worth nearly as much. Where the curve is flat,
 * chance decides which of them is best, and which is the last of them, more than it decides their middle.
 * @param measured by ascending number
 */
export function middleOfBest(measured: readonly Measured[]): Measured | undefined {
	const stretch = stretchOfBest(measured);
	const middle = (stretch[0]?.k ?? 1) * (stretch.at(-1)?.k ?? 1);
	const distance = ({ k }: Measured) => Math.max((k * k) / middle, middle / (k * k));
	return stretch.reduce<Measured | undefined>(
		(found, point) => (!found || distance(point) <= distance(found) ? point : found),
		undefined
	);
}

/**
 * The least and the largest number of themes around the best that are worth nearly as much; `null` where there is one
 * alone, or a given one is none of them.
 * @param measured by ascending number
 */
export function rangeOfBest(measured: readonly Measured[], k: number): NumberRange | null {
	const stretch = stretchOfBest(measured);
	const [from, to] = [stretch[0]?.k ?? 0, stretch.at(-1)?.k ?? 0];
	return from < to && from <= k && k <= to ? { from, to } : null;
}

/**
 * The proposed number of themes; of many papers at least six, unless fewer are worth markedly more, as where there
 * really are three: five broad themes of a thousand papers leave nearly everything unsaid.
 * @param measured by ascending number
 * @param papers that are to be divided
 */
export function proposed(measured: readonly Measured[], papers: number): Measured | undefined {
	const middle = middleOfBest(measured);
	const most = best(measured);
	if (!middle || !most || papers < many.papers || middle.k >= many.themes) return middle;
	const enough = best(measured.filter(({ k }) => k >= many.themes));
	return enough && worth(enough) >= many.worth * worth(most) ? enough : middle;
}

function best(measured: readonly Measured[]): Measured | undefined {
	return measured.reduce<Measured | undefined>(
		(found, point) => (!found || worth(point) > worth(found) ? point : found),
		undefined
	);
}

/** Whether the last numbers are worth so little that larger ones need not be tried. */
function declining(measured: readonly Measured[]): boolean {
	const most = best(measured);
	const last = measured.slice(-2);
	return most !== undefined && last.every((point) => worth(point) < poor * worth(most));
}

/**
 * Fits candidate numbers of themes to a part of the points, and numbers between the best and its neighbours, and
 * proposes the middle of those that are worth most, or more where papers are many; 1 when no division separates anything.
 */
export async function chooseK(points: Matrix, seed: number, hooks: Hooks = {}): Promise<ChosenK> {
	const pool = poolOf(hooks);
	await pool.everywhere(holdCurve, prepareCurve(points, seed));
	const measured: Measured[] = [];
	let total = 0;
	let next = candidateNumbers(points.rows);
	for (let round = 0; round <= refinements; round++) {
		total += next.length;
		for await (const point of inOrder(next, pool.size, (k) => pool.run(measureCandidate, k))) {
			measured.push(point);
			await checkpoint(hooks, { stage: 'choose', done: measured.length, total });
			if (round === 0 && declining(measured)) break;
		}
		measured.sort((a, b) => a.k - b.k);
		next = between(
			measured.map(({ k }) => k),
			best(measured)?.k ?? 1
		);
	}
	await pool.everywhere(holdCurve, null);
	const found = proposed(measured, points.rows);
	const k = found && found.silhouette > 0 ? found.k : 1;
	const curve = measured.map(({ k: number, silhouette, calinskiHarabasz, stability }) => ({
		k: number,
		silhouette,
		calinskiHarabasz,
		stability,
		chosen: number === k
	}));
	return { k, asGood: rangeOfBest(measured, k), curve };
}
