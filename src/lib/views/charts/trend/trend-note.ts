import type { StepRange } from '../../../drawing/brush-range.ts';
import type { PeriodMark, TrendSeries } from '../../../drawing/model.ts';
import type { TrendPicture } from './trend-picture.svelte.ts';
import type { TrendPointer } from './trend-pointer.svelte.ts';
import { partOf, periodWords } from '../../../drawing/words.ts';

/** What a trend chart says of the place that is pointed at, and where, in pixels. */
export interface TrendNote {
	title: string;
	lines: string[];
	x: number;
	y: number;
}

/** Stretches in which a theme has about twice its usual share, by theme. */
export type Bursts = ReadonlyMap<number, readonly StepRange[]>;

type Drawn = { periods: readonly PeriodMark[]; series: readonly TrendSeries[] };

/** The note on the period and theme that the pointer names; `null` while it names no period. */
export function trendNote(
	{ periods, series, bursts }: Drawn & { bursts?: Bursts | undefined },
	pointer: TrendPointer,
	picture: TrendPicture
): TrendNote | null {
	const { period: index, series: id } = pointer;
	const period = index === null ? undefined : periods[index];
	if (index === null || !period) return null;
	const one = series.find((each) => each.id === id);
	const isBurst = one && bursts?.get(one.id)?.some(({ from, to }) => index >= from && index <= to);
	const own = one ? [one.label, partOf(one.counts[index] ?? 0, period.papers)] : [];
	const { top } = picture.room;
	return {
		title: periodWords(period),
		lines: isBurst ? [...own, 'in a burst'] : own,
		x: picture.x.middle(index),
		y: Math.max(top, (one && pointer.height(one.id, index)) ?? top)
	};
}

/** What a theme's line is called: its value in the period that the keyboard stands on, or in the last one. */
export function lineName(
	one: TrendSeries,
	{ periods }: Pick<Drawn, 'periods'>,
	pointer: TrendPointer
): string {
	const index = (pointer.series === one.id ? pointer.period : null) ?? periods.length - 1;
	const period = periods[index];
	if (!period) return one.label;
	return `${one.label}: ${partOf(one.counts[index] ?? 0, period.papers)} in ${period.label}`;
}
