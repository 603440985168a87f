import type { PeriodMark, TrendSeries } from '../../../drawing/model.ts';
import type { StepScale } from '../../../drawing/period-scale.ts';
import type { Band } from '../../../drawing/trend-values.ts';

/** What the pointer and the keyboard need to know of a trend chart. Read anew at each event. */
export interface TrendSurface {
	periods: () => readonly PeriodMark[];
	series: () => readonly TrendSeries[];
	value: (id: number, index: number) => number | null;
	/** The bands of a stacked chart; `null` for lines. */
	bands: () => readonly Band[] | null;
	scales: () => { x: StepScale; y: (value: number) => number };
	onhighlight: (id: number | null) => void;
	onselect: (id: number, additive: boolean) => void;
}

/** How near in pixels the pointer must come to a line to mean it. */
const near = 18;

/** Which period and which theme are being named, whether by pointer or by keyboard. */
export class TrendPointer {
	period = $state<number | null>(null);
	series = $state<number | null>(null);
	/** The theme that the keyboard last stood on. */
	stop = $state<number | null>(null);
	byKey = $state(false);
	readonly #surface: TrendSurface;

	constructor(surface: TrendSurface) {
		this.#surface = surface;
	}

	/** Height in pixels of a theme's line or of the middle of its band. */
	height(id: number, index: number): number | null {
		const { y } = this.#surface.scales();
		const bands = this.#surface.bands();
		if (bands) {
			const edge = bands.find((band) => band.id === id)?.edges[index];
			return edge ? y((edge[0] + edge[1]) / 2) : null;
		}
		const value = this.#surface.value(id, index);
		return value === null ? null : y(value);
	}

	hover = (px: number, py: number) => {
		this.byKey = false;
		if (this.#surface.periods().length === 0) return;
		this.period = this.#surface.scales().x.at(px);
		this.#name(this.#surface.bands() ? this.#bandAt(this.period, py) : this.#lineAt(this.period, py));
	};

	leave = () => {
		this.byKey = false;
		this.period = null;
		this.#name(null);
	};

	/** Names a period without a theme. */
	at = (index: number | null) => {
		this.byKey = false;
		this.period = index;
	};

	focus = (id: number) => {
		this.stop = id;
		this.period ??= this.#surface.periods().length - 1;
		this.#name(id);
	};

	key = (event: KeyboardEvent, id: number) => {
		if (event.key === 'Escape') return this.leave();
		if (event.key === 'Enter' || event.key === ' ') this.#surface.onselect(id, event.shiftKey);
		else if (!this.#step(event, id)) return;
		this.byKey = true;
		event.preventDefault();
	};

	#step(event: KeyboardEvent, id: number): boolean {
		const series = this.#surface.series();
		const at = series.findIndex((one) => one.id === id);
		const last = this.#surface.periods().length - 1;
		const period = this.period ?? last;
		if (event.key === 'ArrowLeft') this.period = Math.max(0, period - 1);
		else if (event.key === 'ArrowRight') this.period = Math.min(last, period + 1);
		else if (event.key === 'ArrowUp') this.#move(event, series[at - 1]);
		else if (event.key === 'ArrowDown') this.#move(event, series[at + 1]);
		else if (event.key === 'Home') this.#move(event, series[0]);
		else if (event.key === 'End') this.#move(event, series.at(-1));
		else return false;
		this.#name(this.stop);
		return true;
	}

	#move(event: KeyboardEvent, to: TrendSeries | undefined) {
		if (!to) return;
		const { period } = this;
		this.stop = to.id;
		const list = (event.currentTarget as Element).parentElement;
		list?.querySelector<SVGElement>(`[data-series="${to.id}"]`)?.focus();
		this.period = period;
	}

	#name(id: number | null) {
		if (id === this.series) return;
		this.series = id;
		this.#surface.onhighlight(id);
	}

	#lineAt(index: number, py: number): number | null {
		let best: number | null = null;
		let distance = near;
		for (const { id } of this.#surface.series()) {
			const y = this.height(id, index);
			if (y === null || Math.abs(y - py) >= distance) continue;
			distance = Math.abs(y - py);
			best = id;
		}
		return best;
	}

	#bandAt(index: number, py: number): number | null {
		const { y } = this.#surface.scales();
		const bands = this.#surface.bands() ?? [];
		const found = bands.find(({ edges }) => {
			const edge = edges[index];
			return edge !== undefined && py <= y(edge[0]) && py > y(edge[1]);
		});
		return found?.id ?? null;
	}
}
