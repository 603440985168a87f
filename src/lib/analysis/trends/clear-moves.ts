import { formatShare } from '../../format/format.ts';
import { findingWords } from './finding-words.ts';
import type { Certainty, TestedTrends, TrendFinding } from './findings.ts';
import { rankingHeadline } from './ranking.ts';
import { moveOf } from './shape.ts';

/** A share in one period, as it stands on a chart. */
interface Reading {
	/** `6.5 %` */
	share: string;
	label: string;
}

/** What surely rose or fell, with its shares in two periods. */
export interface Move {
	/** Several where their papers in both periods are the same. */
	ids: number[];
	direction: 'rising' | 'falling';
	certainty: NonNullable<Certainty>;
	from: Reading;
	to: Reading;
}

type Share = TrendFinding['shares'][number];

interface Sized extends Move {
	/** Between both periods, as counted. */
	change: number;
	/** On the fitted line, so that no chance reading decides which move is the largest. */
	fitted: number;
}

/**
 * The largest sure rise and the largest sure fall, the larger of the two first: shares of the periods in which the
 * move begins and ends, as they stand on a chart. Left out is what these tell badly: the other way, the same in print, or
 * less than half or more than twice of what the fitted line says.
 *
 * @param ids kinds to look at; none stands for all
 */
export function clearMoves({ window, findings }: TestedTrends, ids: readonly number[] = []): Move[] {
	const moves = findings.flatMap((finding) => {
		if (ids.length > 0 && !ids.includes(finding.id)) return [];
		const { direction, certainty, segments, shape, shares } = finding;
		if (!certainty || (direction !== 'rising' && direction !== 'falling')) return [];
		const { from, start, end } = moveOf(segments, direction, shape);
		const [first, last] = [shares.find(([place]) => place >= from), shares.at(-1)];
		if (!first || !last || !agrees(first, last, end - start)) return [];
		const reading = ([place, own, of]: Share) => ({
			share: formatShare(own, of),
			label: window.axis[place]!.label
		});
		const change = changeOf(first, last);
		const fitted = rounded(end - start);
		const [then, now] = [reading(first), reading(last)];
		return [{ ids: [finding.id], direction, certainty, from: then, to: now, change, fitted }];
	});
	const largest = (direction: Move['direction']) =>
		joined(moves.filter((one) => one.direction === direction));
	return [...largest('rising'), ...largest('falling')]
		.sort(largestFirst)
		.map(({ ids, direction, certainty, from, to }) => ({ ids, direction, certainty, from, to }));
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

/**
 * What is said of moves that the shares of their periods tell badly: how many rise and fall, of one kind alone how;
 * `null` where none surely moves.
 */
export function movesInWords(
	{ window, findings }: TestedTrends,
	ids: readonly number[],
	nameOf: (id: number) => string
): string | null {
	const own = findings.filter(({ id }) => ids.length === 0 || ids.includes(id));
	if (!own.some(({ direction }) => direction === 'rising' || direction === 'falling')) return null;
	const [only, ...others] = own;
	if (others.length > 0) return rankingHeadline({ findings: own, window });
	return `${nameOf(only!.id)}: ${findingWords(only!, window)}`;
}

/** The largest move, with those that no print of shares, periods and certainty tells from it. */
function joined(moves: readonly Sized[]): Sized[] {
	const [first, ...others] = [...moves].sort(largestFirst);
	if (!first) return [];
	const print = ({ certainty, from, to }: Move) => JSON.stringify([certainty, from, to]);
	const equal = others.filter((one) => one.change === first.change && print(one) === print(first));
	return [{ ...first, ids: [first, ...equal].flatMap(({ ids }) => ids) }];
}
