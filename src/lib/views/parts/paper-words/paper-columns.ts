import {
	fields,
	listedFields,
	type ColumnOf,
	type ListColumn,
	type ListedField
} from '../../../dataset/fields.ts';
import type { PaperColumn, PaperOrder } from '../../../queries/papers/paper-order.ts';
import type { TableColumn } from '../../../ui/table.ts';

type ListedColumn = ColumnOf<ListedField>;

const byListed = <V>(make: (list: ListColumn) => V) =>
	Object.fromEntries(listedFields.map(({ column, list }) => [column, make(list)])) as Record<ListedColumn, V>;
const isListed = (key: PaperColumn): key is ListedColumn => listedFields.some(({ column }) => column === key);

/** Which of the fields that only some sources have are shown, by the names of their columns. */
export type SourceColumns = Partial<Record<ListedColumn, boolean>>;

/** Column of the button that puts a paper on the reading list. */
export const collectColumn = 'collect';

/** Pixels below which everything but the title stands under the title. */
export const narrowBelow = 640;

/** What an order is called, for the control that stands in for headings that are left out. */
const orderNames: Readonly<Record<PaperColumn, readonly [ascending: string, descending: string]>> = {
	title: ['Title, A to Z', 'Title, Z to A'],
	published: ['Oldest first', 'Newest first'],
	team_size: ['Smallest team first', 'Largest team first'],
	theme: ['Theme, A to Z', 'Theme, Z to A'],
	similarity: ['Least typical of its theme first', 'Most typical of its theme first'],
	...byListed(({ orders }) => orders),
	relevance: ['Weakest match first', 'Best match first']
};

const startAscending: readonly PaperColumn[] = ['title', 'theme'];

interface Fitted {
	key: PaperColumn;
	label: string;
	/** Least width in rem, and share of what is left over; without a share the width is fixed. */
	room: number;
	share?: number;
	numeric?: boolean;
}

const all: readonly Fitted[] = [
	{ key: 'title', label: 'Title', room: 15, share: 4 },
	{ key: 'theme', label: 'Theme', room: 9, share: 2 },
	{ key: 'published', label: 'Date', room: 6.5 },
	{ key: 'team_size', label: 'Team', room: 4.5, numeric: true },
	{ key: 'similarity', label: 'Similarity', room: 6, numeric: true },
	...listedFields.map(({ name, column, list: { label, room } }) => ({
		key: column,
		label,
		room,
		numeric: fields[name].type === 'INTEGER'
	}))
];
/** Left out first where there is no room, unless the papers are in their order. */
const dispensable: readonly PaperColumn[] = [
	...listedFields.map(({ column }) => column).reverse(),
	'similarity',
	'team_size'
];
const rem = 16;
const gap = 0.75;
const collect: TableColumn = { key: collectColumn, label: 'List', width: '2.75rem' };

const roomOf = (columns: readonly Fitted[]) =>
	columns.reduce((sum, { room }) => sum + room + gap, Number.parseFloat(collect.width ?? '0')) * rem;

const tableColumn = ({ key, label, room, share, numeric = false }: Fitted): TableColumn => ({
	key,
	label,
	numeric,
	sortable: true,
	secondary: key !== 'title',
	width: share === undefined ? `${room}rem` : `minmax(${room}rem, ${share}fr)`
});

/**
 * The columns that a table of this width has room for.
 * @param width in pixels; 0 while it is not known
 * @param sorted the column that the papers are in order of, which always stays
 */
export function paperTableColumns(source: SourceColumns, width: number, sorted: PaperColumn): TableColumn[] {
	if (width > 0 && width < narrowBelow) {
		return [{ key: 'title', label: 'Paper', sortable: true }, collect];
	}
	let columns = all.filter(({ key }) => orderColumns(source).includes(key));
	for (const key of dispensable) {
		if (width === 0 || roomOf(columns) <= width) break;
		if (key !== sorted) columns = columns.filter((column) => column.key !== key);
	}
	return [...columns.map(tableColumn), collect];
}

/**
 * The columns that papers of this source can be put in order by.
 * @param searching how well they match can be an order, too
 */
export function orderColumns(source: SourceColumns, searching = false): PaperColumn[] {
	const columns = all.map(({ key }) => key).filter((key) => !isListed(key) || source[key]);
	return searching ? ['relevance', ...columns] : columns;
}

/** The directions that an order is offered in: nobody looks for the weakest match. */
export function directionsOf(column: PaperColumn): readonly boolean[] {
	return column === 'relevance' ? [true] : [true, false];
}

/** The order that a press on a heading asks for: names from A, everything else from the top. */
export function nextOrder(order: PaperOrder, column: PaperColumn): PaperOrder {
	if (order.column === column) return { column, descending: !order.descending };
	return { column, descending: !startAscending.includes(column) };
}

export function orderWords({ column, descending }: PaperOrder): string {
	return orderNames[column][descending ? 1 : 0];
}
