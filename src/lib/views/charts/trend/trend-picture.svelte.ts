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
	stackedBands,
	valuesById,
	type Measure
} from '../../../drawing/trend-values.ts';

/** An interval of a share, 0 to 1. */
export interface ShareInterval {
	low: number;
	high: number;
}

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
	/** The interval drawn: of the highlighted theme, or of the only selected one. */
	readonly interval = $derived.by(() => {
		const { intervals, highlighted } = this.#read();
		if (this.stacked || this.#measure === 'count' || !intervals) return null;
		const chosen = this.#series.filter(({ selected }) => selected);
		const id = highlighted ?? (chosen.length === 1 ? chosen[0]!.id : null);
		const one = this.#series.find((each) => each.id === id);
		const steps = one && intervals.get(one.id);
		return one && steps ? { id: one.id, slot: one.slot, steps } : null;
	});
	/** The only theme, or the only selected one, whose interval is drawn unless another theme is highlighted. */
	readonly #chosen = $derived.by(() => {
		const { length } = this.#series;
		const chosen = length === 1 ? this.#series : this.#series.filter(({ selected }) => selected);
		return !this.stacked && this.#measure === 'share' && chosen.length === 1 ? chosen[0]! : null;
	});
	/** With the interval of the chosen theme alone, so that the axis stands still while others are highlighted. */
	readonly #most = $derived.by(() => {
		if (this.stacked) return largest(this.bands.flatMap(({ edges }) => edges.map(([, high]) => high)));
		const band = this.#chosen ? (this.#read().intervals?.get(this.#chosen.id) ?? []) : [];
		const fitted = this.#measure === 'share' ? [...(this.#read().fitted?.values() ?? [])].flat() : [];
		return largest([
			...[...this.values.values()].flat(),
			...fitted,
			...band.map((step) => step?.high ?? null)
		]);
	});
	readonly domain = $derived.by(() =>
		this.#measure === 'count' ? roundUp(this.#most, 1) : Math.min(1, roundUp(this.#most, 0.01))
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
	readonly y = $derived.by(() =>
		scaleLinear([0, this.domain], [this.room.bottom, this.room.top]).clamp(true)
	);
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

	points = (one: TrendSeries): LinePoint[] =>
		this.#place(this.values.get(one.id) ?? [], this.#moved.get(one.id));

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
			partial: this.#periods[index]?.partial ?? false
		}));
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
				const end = this.#end(one.id);
				return end === null
					? []
					: [{ id: one.id, text: one.label, slot: one.slot, y: this.y(end), selected: one.selected }];
			});
	}

	#end(id: number): number | null {
		const line = this.#smooth?.get(id) ?? this.values.get(id);
		if (!this.stacked) return line?.findLast((value) => value !== null) ?? null;
		const edge = this.bands.find((band) => band.id === id)?.edges.at(-1);
		return edge ? (edge[0] + edge[1]) / 2 : null;
	}
}
