import { scaleLinear } from 'd3';

import { formatCompact, formatPercentTick } from '../../../format/format.ts';

import { bandPath, type LinePoint } from '../../../drawing/line-path.ts';
import type { OffAxis, PeriodMark, SmoothValues, TrendSeries } from '../../../drawing/model.ts';
import { stepScale } from '../../../drawing/period-scale.ts';
import { countTicks, roundUp, shareTicks, textWidth } from '../../../drawing/ticks.ts';
import { trendLayout } from '../../../drawing/trend-layout.ts';
import {
	apart,
	fewPapers,
	largest,
	notable,
	paintOrder,
	papersToSet,
	stackedBands,
	valuesById,
	type Measure
} from '../../../drawing/trend-values.ts';

/** An interval of a share, 0 to 1. */
export interface ShareInterval {
	low: number;
	high: number;
}

/** Periods of many papers from which on those of few do not set the axis. */
const fewestSound = 5;

/** What a trend chart draws from. Read anew whenever it changes. */
export interface TrendSource {
	periods: readonly PeriodMark[];
	series: readonly TrendSeries[];
	offAxis: OffAxis;
	measure: Measure;
	form: 'lines' | 'stacked';
	/** Drawn over the lines. */
	smooth: SmoothValues | undefined;
	/** Thin lines over those of shares. */
	fitted?: SmoothValues | undefined;
	highlighted: number | null;
	intervals: ReadonlyMap<number, readonly (ShareInterval | null)[]> | undefined;
	width: number;
	height: number;
}

/** Scales, layout and geometry of a trend chart, derived from what it draws. */
export class TrendPicture {
	readonly #read: () => TrendSource;

	constructor(read: () => TrendSource) {
		this.#read = read;
	}

	readonly stacked = $derived.by(() => this.#read().form === 'stacked');
	readonly #series = $derived.by(() => this.#read().series);
	readonly #periods = $derived.by(() => this.#read().periods);
	readonly #smooth = $derived.by(() => (this.stacked ? undefined : this.#read().smooth));
	readonly #measure = $derived.by(() => this.#read().measure);

	/** A value for each period, by theme. */
	readonly values = $derived.by(() => valuesById(this.#series, this.#periods, this.#measure));
	readonly bands = $derived.by(() =>
		this.stacked ? stackedBands(this.#series, this.#periods, this.#measure) : []
	);
	/** The interval drawn: of the highlighted theme, or of the chosen one. */
	readonly interval = $derived.by(() => {
		const { intervals, highlighted } = this.#read();
		if (this.stacked || this.#measure === 'count' || !intervals) return null;
		const id = highlighted ?? this.#chosen?.id;
		const one = this.#series.find((each) => each.id === id);
		const steps = one && intervals.get(one.id);
		return one && steps ? { id: one.id, slot: one.slot, steps } : null;
	});
	/** The only theme, or the only selected one, whose interval is drawn unless another is highlighted. */
	readonly #chosen = $derived.by(() => {
		const { length } = this.#series;
		const chosen = length === 1 ? this.#series : this.#series.filter(({ selected }) => selected);
		return !this.stacked && this.#measure === 'share' && chosen.length === 1 ? chosen[0]! : null;
	});
	/** Papers that a period needs to set the height of the axis. */
	readonly #setting = $derived.by(() => {
		if (this.#measure === 'count') return 0;
		const least = papersToSet(this.#periods);
		return this.#periods.filter(({ papers }) => papers >= least).length >= fewestSound ? least : 0;
	});
	/**
	 * The largest value of what stands out, the grey lines being only its surroundings. With the interval of the chosen
	 * theme alone, so that the axis stands still while others are highlighted.
	 */
	readonly #most = $derived.by(() => {
		if (this.stacked) return largest(this.bands.flatMap(({ edges }) => edges.map(([, high]) => high)));
		const { intervals, fitted } = this.#read();
		const shown = this.#series.some(notable) ? this.#series.filter(notable) : this.#series;
		const band = this.#chosen ? (intervals?.get(this.#chosen.id) ?? []) : [];
		const fits = this.#measure === 'share' ? fitted : undefined;
		const lines = shown.flatMap(({ id }) => [this.values.get(id), this.#smooth?.get(id), fits?.get(id)]);
		return largest(
			[...lines, band.map((step) => step?.high ?? null)].flatMap((values = []) =>
				values.filter((_, index) => this.#periods[index]!.papers >= this.#setting)
			)
		);
	});
	/** Shares leave room for a mark on the largest. */
	readonly domain = $derived.by(() =>
		this.#measure === 'count' ? roundUp(this.#most, 1) : Math.min(1, roundUp(1.02 * this.#most, 0.01))
	);
	readonly ticks = $derived.by(() => {
		if (this.#most === 0) return [0];
		const wanted = this.#read().height / 60;
		return this.#measure === 'count' ? countTicks(this.domain, wanted) : shareTicks(this.domain, wanted);
	});
	readonly tickWords = $derived.by(() => (this.#measure === 'count' ? formatCompact : formatPercentTick));
	readonly room = $derived.by(() => {
		const { width, height, offAxis } = this.#read();
		const widest = Math.max(...this.ticks.map((tick) => textWidth(this.tickWords(tick))));
		return trendLayout(width, height, this.#series, offAxis, widest);
	});
	readonly x = $derived.by(() => stepScale(this.#periods.length, this.room.left, this.room.right));
	/** Height of a value in pixels: what is larger than the axis stands above it. */
	readonly y = $derived.by(() => scaleLinear([0, this.domain], [this.room.bottom, this.room.top]));
	/** Steps whose shares rest on few papers. */
	readonly uncertain = $derived.by(() =>
		this.#measure === 'share' && this.x.step >= 7
			? this.#periods.flatMap(({ papers }, index) => (papers > 0 && papers < fewPapers ? [index] : []))
			: []
	);
	/** Papers that a bar of full height beside the axis stands for. */
	readonly mostBeside = $derived.by(() => {
		const { coarse, undated } = this.#read().offAxis;
		return Math.max(coarse, undated, largest(this.#periods.map(({ papers }) => papers)));
	});

	/** Pixels by which lines of the same value in a period stand apart, so that none hides another, by theme. */
	readonly #moved = $derived.by(() => apart(this.values, this.#periods.length));

	/** Dotted where they rest on a part of a period or on few papers. */
	points = (one: TrendSeries): LinePoint[] => {
		const placed = this.#place(this.values.get(one.id) ?? [], this.#moved.get(one.id));
		return placed.map((point, index) => {
			const { partial, papers } = this.#periods[index]!;
			return { ...point, partial: partial || (this.#measure === 'share' && papers < fewPapers) };
		});
	};

	/** The smoothed line over a line; `null` where there is none. */
	smoothed = (one: TrendSeries): LinePoint[] | null => {
		const values = this.#smooth?.get(one.id);
		return values ? this.#place(values) : null;
	};

	/** What was fitted to a line of shares; `null` where it is not drawn. */
	fitted = (one: TrendSeries): LinePoint[] | null => {
		const values = this.#measure === 'share' ? this.#read().fitted?.get(one.id) : undefined;
		return values?.some((value) => value !== null) ? this.#place(values) : null;
	};

	#place(values: readonly (number | null)[], moved: readonly number[] = []): LinePoint[] {
		return values.map((value, index) => ({
			x: this.x.middle(index),
			y: value === null ? null : this.y(value) + (moved[index] ?? 0),
			partial: false
		}));
	}

	/** Where lines, or the interval of the chosen theme, leave the drawing at its top; of several at one place the one in colour. */
	readonly cut = $derived.by((): { x: number; slot: number | null }[] => {
		if (this.stacked) return [];
		const marks = paintOrder(this.#series, null).flatMap((one) => {
			const band = one === this.#chosen ? this.#read().intervals?.get(one.id) : undefined;
			return this.points(one).flatMap(({ x, y }, index) => {
				const high = band?.[index]?.high;
				return this.#isAbove(y) || (high !== undefined && this.#isAbove(this.y(high)))
					? [{ x, slot: one.slot }]
					: [];
			});
		});
		return marks.filter((mark, at) => marks.findLastIndex(({ x }) => x === mark.x) === at);
	});

	#isAbove(y: number | null): boolean {
		return y !== null && y < this.room.top - 0.5;
	}

	band = (one: TrendSeries): string => {
		const edges = this.bands.find(({ id }) => id === one.id)?.edges ?? [];
		return bandPath(edges, this.x.middle, this.x.left, this.x.right, this.y);
	};

	/** Lines drawn over the grey ones: coloured, selected and the one that is lit. */
	over(lit: number | null): TrendSeries[] {
		if (this.stacked) return [];
		return paintOrder(this.#series, lit).filter((one) => notable(one) || one.id === lit);
	}

	/** Labels at the ends, most important first. */
	labels(lit: number | null) {
		const rank = (one: TrendSeries) => (one.id === lit ? 2 : one.selected ? 1 : 0);
		return this.#series
			.filter((one) => notable(one) || one.id === lit)
			.sort((a, b) => rank(b) - rank(a))
			.flatMap((one) => {
				const end = this.end(one);
				return end ? [{ ...end, id: one.id, text: one.label, slot: one.slot, selected: one.selected }] : [];
			});
	}

	/** Where a line or a band ends; under a smoothed line, what was counted in the last whole period. */
	end(one: TrendSeries): { x: number; y: number } | null {
		if (this.stacked) {
			const edge = this.bands.find(({ id }) => id === one.id)?.edges.at(-1);
			return edge ? { x: this.room.right, y: this.y((edge[0] + edge[1]) / 2) } : null;
		}
		const last = this.points(one).findLast(
			({ y }, index) => y !== null && !(this.#smooth && this.#periods[index]!.partial)
		);
		return last ? { x: last.x, y: Math.max(this.room.top, last.y!) } : null;
	}
}
