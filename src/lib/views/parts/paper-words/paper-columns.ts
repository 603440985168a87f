import {
	fields,
	listedFields,
	listedNames,
	type ColumnOf,
	type ListColumn,
	type ListedField,
	type ListedNames
} from '../../../dataset/fields.ts';
import {
	shownColumns,
	type PaperColumn,
	type PaperOrder,
	type ShownColumn
} from '../../../queries/papers/paper-order.ts';
import type { TableColumn } from '../../../ui/table.ts';

type ListedColumn = ColumnOf<ListedField>;

const byListed = <V>(make: (list: ListColumn, numeric: boolean) => V) =>
	Object.fromEntries(
		listedFields.map(({ name, column, list }) => [column, make(list, fields[name].type === 'INTEGER')])
	) as Record<ListedColumn, V>;
const isListed = (key: ShownColumn): key is ListedColumn => listedFields.some(({ column }) => column === key);
export const isNames = (key: ShownColumn): key is ListedNames =>
	listedNames.some(({ column }) => column === key);

/** Which columns that only some sources fill a source has, by their names. */
export type SourceColumns = Partial<Record<ListedColumn | ListedNames, boolean>>;

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
	...(Object.fromEntries(
		listedNames.map(({ column, label }) => [column, [`${label}, A to Z`, `${label}, Z to A`]])
	) as Record<ListedNames, [string, string]>),
	relevance: ['Weakest match first', 'Best match first']
};

const startAscending: readonly PaperColumn[] = ['title', 'theme', ...listedNames.map(({ column }) => column)];

interface Fitted {
	label: string;
	/** Least width in rem, and share of what is left over; without a share the width is fixed. */
	room: number;
	share?: number;
	numeric?: boolean;
}

const fitted: Readonly<Record<ShownColumn, Fitted>> = {
	title: { label: 'Title', room: 15, share: 4 },
	theme: { label: 'Theme', room: 9, share: 2 },
	...(Object.fromEntries(
		listedNames.map(({ column, label, room }) => [column, { label, room, share: 2 }])
	) as Record<ListedNames, Fitted>),
	published: { label: 'Date', room: 6.5 },
	team_size: { label: 'Team', room: 4.5, numeric: true },
	similarity: { label: 'Similarity', room: 6, numeric: true },
	...byListed(({ label, room }, numeric) => ({ label, room, numeric }))
};

/** What a column is called. */
export const columnLabel = (key: ShownColumn): string => fitted[key].label;

/** Left out first where there is no room, unless the papers are in their order. */
const dispensable: readonly ShownColumn[] = [
	...listedNames.map(({ column }) => column).reverse(),
	...listedFields.map(({ column }) => column).reverse(),
	'similarity',
	'team_size'
];
const rem = 16;
const gap = 0.75;
const collect: TableColumn = { key: collectColumn, label: 'List', width: '2.75rem' };

const roomOf = (keys: readonly ShownColumn[]) =>
	keys.reduce((sum, key) => sum + fitted[key].room + gap, Number.parseFloat(collect.width ?? '0')) * rem;

function tableColumn(key: ShownColumn): TableColumn {
	const { label, room, share, numeric = false } = fitted[key];
	return {
		key,
		label,
		numeric,
		sortable: true,
		secondary: key !== 'title',
		width: share === undefined ? `${room}rem` : `minmax(${room}rem, ${share}fr)`
	};
}

/** The columns that a source has something for. */
export const offeredColumns = (source: SourceColumns): ShownColumn[] =>
	shownColumns.filter((key) => !(isListed(key) || isNames(key)) || source[key]);

/** Those that are shown unless others are chosen: all but names, which take a file of their own. */
const usualColumns = (source: SourceColumns): ShownColumn[] =>
	offeredColumns(source).filter((key) => !isNames(key));

/** How a table of some width shows papers. */
export interface PaperTable {
	columns: TableColumn[];
	/** What stands under the title, for want of room. */
	under: ShownColumn[];
}

/**
 * The columns that a table of this width has room for. What has none stands under the title where it was chosen, and
 * is left out where it was not.
 * @param width in pixels; 0 while it is not known
 * @param sorted the column that the papers are in order of, which always stays
 * @param chosen the columns asked for; `null` for the usual ones
 */
export function paperTable(
	source: SourceColumns,
	width: number,
	sorted: PaperColumn,
	chosen: readonly ShownColumn[] | null = null
): PaperTable {
	const offered = offeredColumns(source);
	const wanted = chosen === null ? usualColumns(source) : offered.filter((key) => chosen.includes(key));
	if (width > 0 && width < narrowBelow) {
		const columns = [{ key: 'title', label: 'Paper', sortable: true }, collect];
		const under: ShownColumn[] = ['theme', 'published', 'team_size'];
		return { columns, under: chosen === null ? under : wanted.filter((key) => key !== 'title') };
	}
	let keys = wanted;
	for (const key of dispensable) {
		if (width === 0 || roomOf(keys) <= width) break;
		if (key !== sorted) keys = keys.filter((other) => other !== key);
	}
	const under = chosen === null ? [] : wanted.filter((key) => !keys.includes(key));
	return { columns: [...keys.map(tableColumn), collect], under };
}

/**
 * The columns that papers of this source can be put in order by: the usual ones, and the names that are shown.
 * @param searching how well they match can be an order, too
 */
export function orderColumns(
	source: SourceColumns,
	searching = false,
	shown: readonly ShownColumn[] = []
): PaperColumn[] {
	const columns: PaperColumn[] = offeredColumns(source).filter((key) => !isNames(key) || shown.includes(key));
	return searching ? ['relevance', ...columns] : columns;
}

/** All that a table shows of a paper, as columns or under the title. */
export const shownIn = ({ columns, under }: PaperTable): ShownColumn[] =>
	shownColumns.filter((key) => under.includes(key) || columns.some((column) => column.key === key));

/**
 * What is chosen after a column is shown or hidden; `null` when it is the usual again.
 * @param shown what the table shows now
 * @param usual what it shows when nothing is chosen
 */
export function withColumn(
	shown: readonly ShownColumn[],
	usual: readonly ShownColumn[],
	column: ShownColumn,
	isShown: boolean
): ShownColumn[] | null {
	const next = shownColumns.filter((key) => (key === column ? isShown : shown.includes(key)));
	return next.join() === usual.join() ? null : next;
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
