interface Options {
	/** Elements in one row of a grid; without it the arrows move along a line. */
	columns?: number;
	/** Called with the index of the element that the focus moves to. */
	onmove: (index: number) => void;
}

function target(key: string, at: number, count: number, columns: number | undefined): number | null {
	const row = columns ?? count;
	const start = Math.floor(at / row) * row;
	if (key === 'ArrowLeft') return Math.max(start, at - 1);
	if (key === 'ArrowRight') return Math.min(start + row - 1, count - 1, at + 1);
	if (key === 'Home') return start;
	if (key === 'End') return Math.min(start + row, count) - 1;
	if (columns === undefined) return null;
	if (key === 'ArrowUp') return at - columns >= 0 ? at - columns : at;
	if (key === 'ArrowDown') return at + columns < count ? at + columns : at;
	return null;
}

/**
 * Svelte action: arrow keys, Home and End move the focus among the elements below the node that carry a
 * `tabindex`, so that many marks cost one tab stop. The marks set their own `tabindex` from what
 * `onmove` says.
 */
export function roving(node: Element, options: Options) {
	let current = options;
	function onkeydown(event: Event) {
		const { key } = event as KeyboardEvent;
		const marks = [...node.querySelectorAll<HTMLElement | SVGElement>('[tabindex]')];
		const at = marks.indexOf(event.target as HTMLElement);
		const to = at < 0 ? null : target(key, at, marks.length, current.columns);
		if (to === null) return;
		event.preventDefault();
		current.onmove(to);
		marks[to]?.focus();
	}
	node.addEventListener('keydown', onkeydown);
	return {
		update: (next: Options) => void (current = next),
		destroy: () => node.removeEventListener('keydown', onkeydown)
	};
}
