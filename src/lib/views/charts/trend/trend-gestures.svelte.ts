import { BrushDrag } from '../../../drawing/brush-drag.svelte.ts';
import { daysOfSteps, stepsOfDays, type StepRange } from '../../../drawing/brush-range.ts';
import type { PeriodMark, TrendSeries } from '../../../drawing/model.ts';
import type { TrendPicture } from './trend-picture.svelte.ts';
import { TrendPointer } from './trend-pointer.svelte.ts';

type Days = { from: string; to: string };

/** What gestures on a trend chart act upon and lead to. Read anew at each event. */
export interface GestureTarget {
	periods: readonly PeriodMark[];
	series: readonly TrendSeries[];
	form: 'lines' | 'stacked';
	/** Range of days in force. */
	brush: Days | null;
	/** The drawing that places are counted from. */
	root: Element | undefined;
	onbrush?: ((range: Days | null) => void) | undefined;
	onhighlight?: ((id: number | null) => void) | undefined;
	onselect?: ((id: number, additive: boolean) => void) | undefined;
	onperiod?: ((period: PeriodMark) => void) | undefined;
	onpoint?: ((id: number, period: PeriodMark) => void) | undefined;
}

/** What a pointer or a key does on a trend chart: it names points, brushes periods, and presses points or periods. */
export class TrendGestures {
	readonly pointer: TrendPointer;
	readonly drag: BrushDrag;
	readonly #target: () => GestureTarget;

	constructor(target: () => GestureTarget, picture: () => TrendPicture) {
		this.#target = target;
		this.pointer = new TrendPointer({
			periods: () => target().periods,
			series: () => target().series,
			value: (id, index) => picture().values.get(id)?.[index] ?? null,
			bands: () => (target().form === 'stacked' ? picture().bands : null),
			scales: picture,
			onhighlight: (id) => target().onhighlight?.(id),
			onselect: (id, additive) => this.#press(id, additive)
		});
		this.drag = new BrushDrag({
			steps: () => target().periods.length,
			range: () => {
				const { brush, periods } = target();
				return brush && stepsOfDays(periods, brush);
			},
			stepAt: (event) => picture().x.at(this.#place(event).x),
			onrange: this.brushed
		});
	}

	brushed = (steps: StepRange | null) => {
		const { periods, onbrush } = this.#target();
		onbrush?.(steps && daysOfSteps(periods, steps));
	};

	move = (event: PointerEvent) => {
		this.drag.move(event);
		const { x, y } = this.#place(event);
		if (event.pointerType !== 'touch') this.pointer.hover(x, y);
	};

	click = (event: MouseEvent) => {
		if (this.drag.swallowsClick()) return;
		const { x, y } = this.#place(event);
		this.pointer.hover(x, y);
		const { onperiod, onbrush } = this.#target();
		const period = this.#period;
		if (this.pointer.series !== null) this.#press(this.pointer.series, event.shiftKey);
		else if (period && onperiod) onperiod(period);
		else if (period) onbrush?.({ from: period.start, to: period.end });
	};

	get #period(): PeriodMark | undefined {
		return this.#target().periods[this.pointer.period ?? -1];
	}

	#press(id: number, additive: boolean) {
		const { onpoint, onselect } = this.#target();
		if (onpoint && this.#period) onpoint(id, this.#period);
		else onselect?.(id, additive);
	}

	#place(event: MouseEvent) {
		const box = this.#target().root?.getBoundingClientRect();
		return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
	}
}
