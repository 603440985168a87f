import { formatShare } from '../../format/format.ts';
import type { Certainty, TestedTrends, TrendFinding } from './findings.ts';

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
	change: number;
}

/**
 * The largest sure rise and the largest sure fall, the larger of the two first: shares of the first and the last
 * period of the window, or of the one since which it is so where the whole window tells another story. What its
 * periods do not show in print is not told.
 *
 * @param ids kinds to look at; none stands for all
 */
export function clearMoves({ window, findings }: TestedTrends, ids: readonly number[] = []): Move[] {
	const moves = findings.flatMap((finding) => {
		if (ids.length > 0 && !ids.includes(finding.id)) return [];
		const last = finding.shares.at(-1);
		const starts = [finding.shares[0], finding.shares.find(([place]) => place === finding.since?.place)];
		const { direction, certainty } = finding;
		if (!last || !certainty || (direction !== 'rising' && direction !== 'falling')) return [];
		const first = starts.find((share) => share && agrees(share, last, direction));
		if (!first) return [];
		const reading = ([place, own, of]: Share) => ({
			share: formatShare(own, of),
			label: window.axis[place]!.label
		});
		const change = changeOf(first, last);
		return [{ ids: [finding.id], direction, certainty, from: reading(first), to: reading(last), change }];
	});
	const largest = (direction: Move['direction']) =>
		joined(moves.filter((one) => one.direction === direction));
	return [...largest('rising'), ...largest('falling')]
		.sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
		.map(({ ids, direction, certainty, from, to }) => ({ ids, direction, certainty, from, to }));
}

/** Rounded, so that equal changes do not differ in their last bits. */
const changeOf = ([, own, of]: Share, [, later, all]: Share) =>
	Math.round((later / all - own / of) * 1e9) / 1e9;

function agrees(first: Share, last: Share, direction: Move['direction']): boolean {
	const change = changeOf(first, last);
	const printed = ([, own, of]: Share) => formatShare(own, of);
	return printed(first) !== printed(last) && change > 0 === (direction === 'rising');
}

/** The largest move, with those that no print of shares, periods and certainty tells from it. */
function joined(moves: readonly Sized[]): Sized[] {
	const [first, ...others] = [...moves].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
	if (!first) return [];
	const print = ({ certainty, from, to }: Move) => JSON.stringify([certainty, from, to]);
	const equal = others.filter((one) => one.change === first.change && print(one) === print(first));
	return [{ ...first, ids: [first, ...equal].flatMap(({ ids }) => ids) }];
}
