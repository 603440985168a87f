import { rangeBetween, rangeOrAll, type Handle, type StepRange } from './brush-range.ts';

/** What a brush needs to know of its chart. Read anew at each event. */
export interface BrushHost {
	steps: () => number;
	/** The range in force. */
	range: () => StepRange | null;
	/** Step under the pointer. */
	stepAt: (event: PointerEvent) => number;
	onrange: (range: StepRange | null) => void;
}

/** Movement in pixels from which a press is a drag and no longer a click. */
const slack = 4;

interface Press {
	pointer: number;
	x: number;
	anchor: number;
	moved: boolean;
}

/** A brush while the pointer draws it. The chart hears of the range once, when the pointer lets go. */
export class BrushDrag {
	/** The range being drawn. */
	draft = $state<StepRange | null>(null);
	#press: Press | null = null;
	#dragged = false;
	readonly #host: BrushHost;

	constructor(host: BrushHost) {
		this.#host = host;
	}

	/** The range to show now. */
	get shown(): StepRange | null {
		return this.draft ?? this.#host.range();
	}

	press = (event: PointerEvent) => {
		this.#begin(event, this.#host.stepAt(event));
	};

	pressHandle = (event: PointerEvent, handle: Handle) => {
		const range = this.shown ?? { from: 0, to: this.#host.steps() - 1 };
		event.stopPropagation();
		this.#begin(event, handle === 'from' ? range.to : range.from);
	};

	move = (event: PointerEvent) => {
		const press = this.#press;
		if (press?.pointer !== event.pointerId) return;
		if (!press.moved && Math.abs(event.clientX - press.x) < slack) return;
		if (!press.moved) (event.currentTarget as Element).setPointerCapture(event.pointerId);
		press.moved = true;
		this.draft = rangeBetween(press.anchor, this.#host.stepAt(event));
	};

	release = (event: PointerEvent) => {
		if (this.#press?.pointer !== event.pointerId) return;
		const drawn = this.draft;
		this.cancel();
		this.#dragged = drawn !== null;
		if (drawn) this.#host.onrange(rangeOrAll(drawn, this.#host.steps()));
	};

	cancel = () => {
		this.#press = null;
		this.draft = null;
	};

	/** Whether the click that follows a drag is to be ignored. Answers once. */
	swallowsClick(): boolean {
		const swallow = this.#dragged;
		this.#dragged = false;
		return swallow;
	}

	#begin(event: PointerEvent, anchor: number) {
		this.#dragged = false;
		if (event.button !== 0 || this.#host.steps() === 0) return;
		this.#press = { pointer: event.pointerId, x: event.clientX, anchor, moved: false };
	}
}
