/** A column of a table. */
export interface TableColumn {
	key: string;
	label: string;
	numeric?: boolean;
	/** The heading stands in the middle. */
	centred?: boolean;
	sortable?: boolean;
	/** Share of the width, or a CSS length. */
	width?: string;
	/** Left out on narrow screens. */
	secondary?: boolean;
	/** Width that it needs, in rem, where that is not about that of its heading. */
	needs?: number;
	/** What it holds needs no heading where a row is not one line. */
	plain?: boolean;
}

/** Width that a table needs as such, in rem: about that of its headings, more for the names of its rows. */
export function widthNeeded(columns: readonly Pick<TableColumn, 'label' | 'needs'>[]): number {
	const ofHeading = (label: string) => Math.max(3.5, 0.55 * label.length) + 0.75;
	return columns.reduce(
		(sum, { label, needs }, place) => sum + (needs ?? (place === 0 ? 8.5 : ofHeading(label))),
		0
	);
}

export interface Sorting {
	key: string;
	descending: boolean;
}

/** Browsers lay out no element taller than about 16.7 million pixels: this many rows of up to 55 fit. */
export const mostRows = 300_000;

/** Rows of equal height that a window shows, with a few beside it so that scrolling never shows a gap. */
export interface RowWindow {
	from: number;
	/** Exclusive. */
	to: number;
}

/**
 * @param scroll pixels scrolled from the first row
 * @param view height of the window in pixels
 * @param row height of a row in pixels, above 0
 */
export function rowWindow(scroll: number, view: number, row: number, count: number, beside = 8): RowWindow {
	const from = Math.max(0, Math.min(count, Math.floor(scroll / row)) - beside);
	const to = Math.min(count, Math.ceil((scroll + view) / row) + beside);
	return { from, to: Math.max(from, to) };
}

/** Indices of the rows in a window and, beside them, of the one that the tab key reaches (-1 for none). */
export function shownRows({ from, to }: RowWindow, tabStop: number): number[] {
	const indices = Array.from({ length: to - from }, (_, offset) => from + offset);
	return tabStop >= 0 && (tabStop < from || tabStop >= to) ? [...indices, tabStop] : indices;
}

/** Whether a row of a window is not at hand. */
export function isMissing(rows: readonly unknown[], { from, to }: RowWindow): boolean {
	for (let index = from; index < to; index++) if (rows[index] === undefined) return true;
	return false;
}

/** CSS grid columns. */
export function columnTemplate(columns: readonly TableColumn[]): string {
	return columns.map(({ width }) => width ?? 'minmax(0, 1fr)').join(' ');
}

/** Row that a key leads to, or `null` when the key means nothing to a table. */
export function movedRow(key: string, at: number, count: number, page: number): number | null {
	const moves = new Map([
		['ArrowDown', at + 1],
		['ArrowUp', at - 1],
		['PageDown', at + page],
		['PageUp', at - page],
		['Home', 0],
		['End', count - 1]
	]);
	const to = moves.get(key);
	return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}

/** The order that a press on a column's header asks for. */
export function nextSorting(sorting: Sorting | null, column: TableColumn): Sorting {
	if (sorting?.key === column.key) return { key: column.key, descending: !sorting.descending };
	return { key: column.key, descending: column.numeric ?? false };
}

/** What a column's header says of its order, as `aria-sort` has it; nothing where it offers none. */
export function sortOf(column: TableColumn, sorting: Sorting | null) {
	if (sorting?.key !== column.key) return column.sortable ? 'none' : undefined;
	return sorting.descending ? 'descending' : 'ascending';
}
