import { isoDate, parseIsoDate, periodStart } from '../../src/lib/base/date.ts';
import type { Overview, Placement } from '../../src/lib/dataset/overview.ts';
import { randomSource } from './random.ts';

export type Unit = Overview['unit'];

/** A paper as charts count it. */
export interface CountedPaper {
	theme: number;
	/** `YYYY-MM-DD`; for papers dated to the year alone its first day. */
	day: string | null;
	coarse: boolean;
	team: number | null;
	/** Words that it holds, by their numbers. */
	words: readonly number[];
}

const sizes = [1, 2, 6, 15, 40, 150, 600, 1500, 5000];
const first = parseIsoDate('2012-03-01')!;

/**
 * Papers of themes that rise, fall, hump or stay, over some days or years. Some corpora have no dates, one period,
 * dates to the year alone, no team sizes, or equally many papers of all that there is.
 */
export function randomCorpus(seed: number): { papers: CountedPaper[]; themes: number } {
	const random = randomSource(seed * 7919 + 1);
	const below = (count: number) => Math.floor(random() * count);
	const size = sizes[seed % sizes.length]!;
	const themes = 1 + below(seed % 4 === 0 ? 2 : 12);
	const days = size >= 600 && seed % 2 === 0 ? 1500 : [20, 200, 1500, 4000][below(4)]!;
	const kind = below(8);
	const shapes = Array.from({ length: themes }, () => below(4));
	const weight = (theme: number, along: number) =>
		[1, 0.2 + 3 * along, 3.2 - 3 * along, along > 0.4 && along < 0.6 ? 5 : 0.5][shapes[theme]!]!;
	const papers = Array.from({ length: size }, (_, index): CountedPaper => {
		const along = index / size;
		const weights = shapes.map((_, theme) => weight(theme, along));
		let left = random() * weights.reduce((sum, value) => sum + value, 0);
		const drawn = weights.findIndex((value) => (left -= value) < 0);
		const theme = kind === 6 ? index % themes : Math.max(0, drawn);
		const day = isoDate(first + Math.floor(along * days));
		const coarse = kind === 1 && below(3) === 0;
		const undated = kind === 0 || (kind === 2 && below(5) === 0);
		const team = kind === 3 || below(9) === 0 ? null : kind === 6 ? 4 : 1 + below(theme + 3);
		const words = [0, 1, 2].filter((word) => (kind === 6 ? index % 2 === 0 : below(word + 2) === 0));
		return {
			theme,
			day: undated ? null : coarse ? `${day.slice(0, 4)}-01-01` : day,
			coarse: coarse && !undated,
			team,
			words
		};
	});
	return { papers, themes };
}

/** Rows by theme and period of some papers. */
export function rowsAt(papers: readonly CountedPaper[], unit: Unit) {
	return counted(papers, ({ theme, ...paper }) => ({ themeId: theme, ...placeOf(paper, unit) }));
}

export function placeOf({ day, coarse }: Pick<CountedPaper, 'day' | 'coarse'>, unit: Unit) {
	if (day === null) return { period: null, placement: 'undated' as Placement };
	if (coarse && unit !== 'year') return { period: null, placement: 'coarse' as Placement };
	return { period: isoDate(periodStart(parseIsoDate(day)!, unit)), placement: 'dated' as Placement };
}

/** Papers by a key, with how many there are of each. */
export function counted<K extends object>(
	papers: readonly CountedPaper[],
	keyOf: (paper: CountedPaper) => K
): (K & { papers: number })[] {
	const rows = new Map<string, K & { papers: number }>();
	for (const paper of papers) {
		const key = keyOf(paper);
		const text = JSON.stringify(key);
		const row = rows.get(text);
		if (row) row.papers++;
		else rows.set(text, { ...key, papers: 1 });
	}
	return [...rows.values()];
}
