/**
 * Puts the papers of a list in another order by pointer, mouse and finger alike. Each item of the list carries its paper
 * as `data-paper` and has a handle, its first button; while one is moved, it takes the place of every item whose handle the
 * pointer reaches.
 */
export class DragOrder {
	/** The paper on its way. */
	#moved = $state<number | null>(null);
	readonly #list: () => HTMLElement | undefined;
	readonly #move: (paperId: number, to: number) => void;

	/** @param move puts a paper where another one stands */
	constructor(list: () => HTMLElement | undefined, move: (paperId: number, to: number) => void) {
		this.#list = list;
		this.#move = move;
	}

	isMoved(paperId: number): boolean {
		return this.#moved === paperId;
	}

	/**
	 * Begins to move a paper, until the pointer is let go. The window listens, because an item that takes another place in
	 * the page loses what its pointer was captured by.
	 */
	begin(paperId: number, { button, pointerId }: PointerEvent): void {
		if (button !== 0 || this.#moved !== null) return;
		this.#moved = paperId;
		const listening = new AbortController();
		const { signal } = listening;
		const isOwn = (event: PointerEvent) => event.pointerId === pointerId;
		const end = (event: PointerEvent) => {
			if (!isOwn(event)) return;
			this.#moved = null;
			listening.abort();
		};
		addEventListener('pointermove', (event) => isOwn(event) && this.#follow(paperId, event.clientY), {
			signal
		});
		for (const name of ['pointerup', 'pointercancel'] as const) addEventListener(name, end, { signal });
	}

	#follow(paperId: number, y: number): void {
		const items = [...(this.#list()?.querySelectorAll<HTMLElement>('[data-paper]') ?? [])];
		const own = items.findIndex((item) => item.dataset.paper === String(paperId));
		const passed = (item: HTMLElement, at: number) => {
			const { top = 0, bottom = 0 } = item.querySelector('button')?.getBoundingClientRect() ?? {};
			return at < own ? y <= bottom : y >= top;
		};
		const above = items.findIndex((item, at) => at < own && passed(item, at));
		const below = items.findLastIndex((item, at) => at > own && passed(item, at));
		const to = above >= 0 ? above : below;
		if (own >= 0 && to >= 0) this.#move(paperId, Number(items[to]?.dataset.paper));
	}
}
