import type { PaperColumn, PaperOrder } from '../../queries/paper-order.ts';
import type { TableColumn } from '../../ui/table.ts';

/** Counts that only some sources have. */
export interface SourceColumns {
	comments: boolean;
	upvotes: boolean;
}

/** Column of the button that puts a paper on the reading list. */
export const collectColumn = 'collect';

/** What an order is called, for the control that narrow screens have instead of headings. */
export const orderNames: Readonly<Record<PaperColumn, readonly [ascending: string, descending: string]>> = {
	title: ['Title, A to Z', 'Title, Z to A'],
	published: ['Oldest first', 'Newest first'],
	team_size: ['Smallest team first', 'Largest team first'],
	theme: ['Theme, A to Z', 'Theme, Z to A'],
	similarity: ['Least typical of its theme first', 'Most typical of its theme first'],
	comments: ['Fewest comments first', 'Most comments first'],
	upvotes: ['Fewest upvotes first', 'Most upvotes first']
};

const startAscending: readonly PaperColumn[] = ['title', 'theme'];

const sortable = (
	key: PaperColumn,
	label: string,
	width: string,
	more: Partial<TableColumn> = {}
): TableColumn => ({ key, label, width, sortable: true, ...more });

const collect: TableColumn = { key: collectColumn, label: 'List', width: '2.75rem' };

/** Columns of the table; narrow screens put everything but the title under the title. */
export function paperTableColumns(source: SourceColumns, narrow: boolean): TableColumn[] {
	if (narrow) return [sortable('title', 'Paper', 'minmax(0, 1fr)'), collect];
	const count = { numeric: true, secondary: true };
	return [
		sortable('title', 'Title', 'minmax(0, 4fr)'),
		sortable('theme', 'Theme', 'minmax(8rem, 2fr)'),
		sortable('published', 'Date', '6.5rem'),
		sortable('team_size', 'Team', '4.5rem', { numeric: true }),
		sortable('similarity', 'Similarity', '6rem', count),
		...(source.comments ? [sortable('comments', 'Comments', '6.5rem', count)] : []),
		...(source.upvotes ? [sortable('upvotes', 'Upvotes', '6rem', count)] : []),
		collect
	];
}

/** The columns that papers of this source can be put in order by. */
export function orderColumns(source: SourceColumns): PaperColumn[] {
	const all = Object.keys(orderNames) as PaperColumn[];
	return all.filter((column) => (column in source ? source[column as keyof SourceColumns] : true));
}

/** The order that a press on a heading asks for: names from A, everything else from the top. */
export function nextOrder(order: PaperOrder, column: PaperColumn): PaperOrder {
	if (order.column === column) return { column, descending: !order.descending };
	return { column, descending: !startAscending.includes(column) };
}

export function orderWords({ column, descending }: PaperOrder): string {
	return orderNames[column][descending ? 1 : 0];
}
