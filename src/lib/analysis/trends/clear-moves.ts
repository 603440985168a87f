import { formatShare } from '../../format/format.ts';
import { findingWords } from './finding-words.ts';
import type { Certainty, TestedTrends, TrendFinding } from './findings.ts';
import { moveOf } from './shape.ts';

/** A share in one period, as it stands on a chart. */
interface Reading {
	/** `6.5 %` */
	share: string;
	label: string;
}

/** The periods in which a move begins and ends. */
export interface MoveEnds {
	from: Reading;
	to: Reading;
}

/** What surely rose or fell. */
export interface Move {
	/** Several where their papers in both periods are the same. */
	ids: number[];
	direction: 'rising' | 'falling';
	certainty: NonNullable<Certainty>;
	/** `falling since 2017`; of the first of them. */
	words: string;
	/** The shares of the periods in which it begins and ends; `null` where these tell it badly. */
	shares: MoveEnds | null;
}

type Share = TrendFinding['shares'][number];
type Ends = [first: Share, last: Share];

interface Sized {
	move: Move;
	/** Between both periods, as counted. */
	change: number;
	/** On the fitted line, so that no chance reading decides which move is the largest. */
	fitted: number;
}

/**
 * The largest sure rise and the largest sure fall, the larger of the two first, with the shares of the periods in which
 * each begins and ends, as they stand on a chart. These tell a move badly where they are the same in print, or their
 * difference is the other way, less than half, or more than twice of what the fitted line says.
 *
 * @param ids kinds to look at; none stands for all
 */
export function clearMoves(trends: TestedTrends, ids: readonly number[] = []): Move[] {
	const moves = trends.findings.flatMap((finding) =>
		ids.length > 0 && !ids.includes(finding.id) ? [] : (sized(finding, trends.window) ?? [])
	);
	const largest = (direction: Move['direction']) =>
		joined(moves.filter(({ move }) => move.direction === direction));
	return [...largest('rising'), ...largest('falling')].sort(largestFirst).map(({ move }) => move);
}

/** A finding as a move; `null` where it surely does not move. */
function sized(finding: TrendFinding, window: TestedTrends['window']): Sized | null {
	const { id, direction, certainty, segments, shape } = finding;
	if (!certainty || (direction !== 'rising' && direction !== 'falling')) return null;
	const { start, end } = moveOf(segments, direction, shape);
	const ends = countedEnds(finding, direction);
	const words = findingWords(finding, window);
	return {
		move: { ids: [id], direction, certainty, words, shares: ends && readings(ends, window) },
		change: ends ? changeOf(...ends) : NaN,
		fitted: rounded(end - start)
	};
}

/** The counted shares in which a move begins and ends; `null` where these tell it badly. */
function countedEnds({ segments, shape, shares }: TrendFinding, direction: Move['direction']): Ends | null {
	const { from, start, end } = moveOf(segments, direction, shape);
	const [first, last] = [shares.find(([place]) => place >= from), shares.at(-1)];
	return first && last && agrees(first, last, end - start) ? [first, last] : null;
}

function readings(ends: Ends, { axis }: Pick<TestedTrends['window'], 'axis'>): MoveEnds {
	const [from, to] = ends.map(([place, own, of]) => ({
		share: formatShare(own, of),
		label: axis[place]!.label
	}));
	return { from: from!, to: to! };
}

/** The shares that a sentence about a finding states, as every place that tells its move must; `null` where it states none. */
export function movedShares(
	finding: TrendFinding,
	direction: Move['direction'],
	window: Pick<TestedTrends['window'], 'axis'>
): MoveEnds | null {
	const ends = countedEnds(finding, direction);
	return ends && readings(ends, window);
}

/** So that equal changes do not differ in their last bits. */
const rounded = (change: number) => Math.round(change * 1e9) / 1e9;

const changeOf = ([, own, of]: Share, [, later, all]: Share) => rounded(later / all - own / of);

const largestFirst = (a: Sized, b: Sized) => Math.abs(b.fitted) - Math.abs(a.fitted);

function agrees(first: Share, last: Share, fitted: number): boolean {
	const part = changeOf(first, last) / fitted;
	const printed = ([, own, of]: Share) => formatShare(own, of);
	return printed(first) !== printed(last) && part >= 0.5 && part <= 2;
}

/** The largest move, with those that no print of shares, periods and certainty tells from it. */
function joined(moves: readonly Sized[]): Sized[] {
	const [first, ...others] = [...moves].sort(largestFirst);
	if (!first) return [];
	const print = ({ move: { certainty, shares } }: Sized) => JSON.stringify([certainty, shares]);
	const equal = others.filter((one) => one.change === first.change && print(one) === print(first));
	const ids = [first, ...equal].flatMap(({ move }) => move.ids);
	return [{ ...first, move: { ...first.move, ids } }];
}
