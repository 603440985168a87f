import type {
	MatrixRow,
	PeriodMark,
	TeamBin,
	TeamPeriod,
	TeamRow,
	TeamSummary,
	TrendSeries
} from '../../../src/lib/drawing/model.ts';
import { paletteSize } from '../../../src/lib/themes/palette.ts';

/** Invented corpora for looking at charts: the same at every run. */

/** Uniform numbers from 0 to 1 (Park and Miller's minimal standard generator). */
export function generator(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const names = [
	'preference optimisation',
	'chain-of-thought rationales',
	'safety alignment',
	'retrieval-augmented generation',
	'GUI agents',
	'vision-language models',
	'machine translation of low-resource languages',
	'speech'
];
const hostile = '<img src=x onerror="globalThis.hacked = true">';

export function label(index: number): string {
	return names[index] ?? (index === 9 ? hostile : `theme ${index + 1}`);
}

/** A colour for each theme, those that follow each other far apart. */
export const sampleSlot = (theme: number) => (theme * 23 + 41) % paletteSize;

/** Quarters from Q1 2022. */
export function quarters(count: number, papers: (index: number) => number): PeriodMark[] {
	const ends = ['03-31', '06-30', '09-30', '12-31'];
	return Array.from({ length: count }, (_, index) => {
		const year = 2022 + Math.floor(index / 4);
		const quarter = index % 4;
		return {
			start: `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`,
			end: `${year}-${ends[quarter]}`,
			label: `Q${quarter + 1} ${year}`,
			partial: count > 1 && (index === 0 || index === count - 1),
			papers: papers(index)
		};
	});
}

/** Series that share out each period's papers. */
export function trend(periods: readonly PeriodMark[], themes: number, seed = 7): TrendSeries[] {
	const random = generator(seed);
	const weights = Array.from({ length: themes }, (_, theme) => {
		const start = random() + 0.2;
		const slope = random() - 0.45;
		return periods.map(
			(_, period) =>
				Math.max(0.05, start + (slope * period) / periods.length + random() * 0.3) / (1 + theme * 0.1)
		);
	});
	return weights.map((own, theme) => ({
		id: theme,
		label: label(theme),
		slot: sampleSlot(theme),
		counts: periods.map(({ papers }, period) => {
			const sum = weights.reduce((all, each) => all + each[period]!, 0);
			return Math.round((own[period]! / sum) * papers);
		}),
		coarse: theme % 3,
		undated: theme % 2,
		selected: theme === 2
	}));
}

export function summary(median: number, known = 68, unknown = 7): TeamSummary {
	return {
		known,
		unknown,
		minimum: 1,
		lowerQuartile: Math.max(1, Math.round(median * 0.6)),
		median,
		upperQuartile: Math.round(median * 1.6),
		maximum: Math.round(median * 7)
	};
}

const edges = [1, 2, 3, 4, 6, 11, 21];
const ends = [1, 2, 3, 5, 10, 20, null];
export function bins(papers: readonly number[], unknown: number): TeamBin[] {
	const known = edges.map((from, index) => ({
		from,
		to: ends[index] ?? null,
		label: ['1', '2', '3', '4-5', '6-10', '11-20', '21+'][index]!,
		papers: papers[index] ?? 0
	}));
	return [...known, { from: null, to: null, label: 'unknown', papers: unknown }];
}

export function teamRows(count: number): TeamRow[] {
	const random = generator(3);
	return Array.from({ length: count }, (_, id) => ({
		id,
		label: label(id),
		slot: sampleSlot(id),
		summary:
			id === 5 ? null : summary(2 + Math.round(random() * 90) / 10, 5 + Math.round(random() * 4000), id),
		unknown: id,
		selected: id === 2
	}));
}

export function teamPeriods(periods: readonly PeriodMark[]): TeamPeriod[] {
	const random = generator(11);
	return periods.map((period) => ({
		period,
		summary: period.papers > 0 ? summary(3 + Math.round(random() * 50) / 10, period.papers, 1) : null
	}));
}

export function matrix(count: number, columns: number): MatrixRow[] {
	const random = generator(5);
	return Array.from({ length: count }, (_, id) => ({
		id,
		label: label(id),
		slot: sampleSlot(id),
		counts: Array.from({ length: columns }, (_, bin) =>
			Math.max(0, Math.round((random() * 40 - 6) * (bin === 4 ? 2 : 1)))
		),
		selected: id === 2
	}));
}
