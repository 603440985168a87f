import { formatPapers } from '../format/format.ts';
import type { Period } from './periods.ts';

/** Some periods of an axis, by their places on it. */
export interface Stretch {
	places: readonly number[];
	papers: number;
	/** First and last day, `YYYY-MM-DD`. */
	dates: { from: string; to: string };
	/** `Q1 2022–Q4 2023`. */
	span: string;
	/** `Q1 2022–Q4 2023 (31 papers)`. */
	words: string;
}

export interface Halves {
	early: Stretch;
	late: Stretch;
}

/**
 * The periods that the corpus covers whole and that have papers, cut once so that both sides hold as nearly the
 * same number of papers as periods allow.
 *
 * @returns `null` with fewer than two such periods
 */
export function halves(axis: readonly Period[]): Halves | null {
	const usable = axis.flatMap(({ partial, papers }, place) => (partial || papers === 0 ? [] : [place]));
	if (usable.length < 2) return null;
	const papersOf = (places: readonly number[]) => places.reduce((sum, place) => sum + axis[place]!.papers, 0);
	const all = papersOf(usable);
	let cut = 1;
	for (let at = 2; at < usable.length; at++) {
		const unevenness = (places: number) => Math.abs(2 * papersOf(usable.slice(0, places)) - all);
		if (unevenness(at) < unevenness(cut)) cut = at;
	}
	const stretch = (places: readonly number[]): Stretch => {
		const papers = papersOf(places);
		const [first, last] = [axis[places[0]!]!, axis[places.at(-1)!]!];
		const span = first === last ? first.label : `${first.label}–${last.label}`;
		const dates = { from: first.start, to: last.end };
		return { places, papers, dates, span, words: `${span} (${formatPapers(papers)})` };
	};
	return { early: stretch(usable.slice(0, cut)), late: stretch(usable.slice(cut)) };
}
