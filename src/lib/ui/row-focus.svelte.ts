import { tick, untrack } from 'svelte';

import { movedRow } from './table.ts';

/** What moving among the rows of a table needs to know of it. Read anew at each event. */
export interface RowSurface {
	/** Element that scrolls. */
	scroller: () => HTMLElement | undefined;
	rows: () => number;
	/** Height of a row in pixels. */
	rowHeight: () => number;
	onopen: (index: number) => void;
}

/** The row of a long table that the tab key reaches, the keys that move it, and how far the table is scrolled. */
export class RowFocus {
	/** The row that was last asked for, which may be gone. */
	stop = $state(0);
	/** Pixels above the window. */
	scrolled = $state(0);
	readonly #surface: RowSurface;
	/** What the rows answer. */
	#subject: string | null = null;

	constructor(surface: RowSurface) {
		this.#surface = surface;
	}

	/** Goes back to the first row when the table shows other rows than before. */
	follow(subject: string): void {
		const isNew = this.#subject !== null && this.#subject !== subject;
		this.#subject = subject;
		if (!isNew) return;
		this.stop = 0;
		// Asking the browser for it lays the page out, which a brush does at each step.
		if (untrack(() => this.scrolled) > 0) this.#surface.scroller()?.scrollTo({ top: 0 });
	}

	async key(event: KeyboardEvent, index: number): Promise<void> {
		if (event.target !== event.currentTarget) return;
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			this.#surface.onopen(index);
			return;
		}
		const { scroller, rows, rowHeight } = this.#surface;
		const page = Math.floor((scroller()?.clientHeight ?? 0) / rowHeight()) - 1;
		const to = movedRow(event.key, index, rows(), Math.max(1, page));
		if (to === null) return;
		event.preventDefault();
		await this.moveTo(to);
	}

	/** Brings a row into view and moves the focus to it. */
	async moveTo(index: number): Promise<void> {
		this.stop = index;
		this.#reveal(index);
		await tick();
		const row = this.#surface.scroller()?.querySelector<HTMLElement>(`[data-row="${index}"]`);
		row?.focus({ preventScroll: true });
	}

	#reveal(index: number): void {
		const scroller = this.#surface.scroller();
		if (!scroller) return;
		const height = this.#surface.rowHeight();
		const top = index * height;
		const room = scroller.clientHeight - height;
		if (top < scroller.scrollTop) scroller.scrollTop = top;
		else if (top + height > scroller.scrollTop + room) scroller.scrollTop = top + height - room;
		this.scrolled = scroller.scrollTop;
	}
}
