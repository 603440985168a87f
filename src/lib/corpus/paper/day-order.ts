import type { DateOrders } from '../../dataset/account.ts';
import type { Paper } from '../../dataset/paper.ts';
import { combinedDate, shownOrder, type DateOrder } from './dates.ts';

/** A date as a column states it, by the column's name without case and signs. */
export interface ColumnDate {
	column: string;
	text: string;
}

/** Dates of a column: those that show its order of day and month, and those that need it. */
type ColumnCounts = Record<DateOrder | 'open', number>;

/** What the dates of a file show of the order of day and month, by column. */
export type DayEvidence = Map<string, ColumnCounts>;

/** The order of day and month in the columns in which it is known. */
export type Orders = Readonly<Record<string, DateOrder>>;

export function addEvidence(evidence: DayEvidence, more: Iterable<[string, ColumnCounts]>): void {
	for (const [column, { dmy, mdy, open }] of more) {
		const known = evidence.get(column) ?? { dmy: 0, mdy: 0, open: 0 };
		evidence.set(column, { dmy: known.dmy + dmy, mdy: known.mdy + mdy, open: known.open + open });
	}
}

/** Takes in the dates of a record. */
export function noteDates(evidence: DayEvidence, dates: readonly ColumnDate[] = []): void {
	for (const { column, text } of dates) {
		const shown = shownOrder(text);
		if (shown === null || shown === 'dotted') continue;
		addEvidence(evidence, [[column, { dmy: 0, mdy: 0, open: 0, [shown]: 1 }]]);
	}
}

/** The order that all telling dates of a column show; `null` where there are none, or they contradict each other. */
function orderOf({ dmy, mdy }: ColumnCounts): DateOrder | null {
	if (dmy > 0 === mdy > 0) return null;
	return dmy > 0 ? 'dmy' : 'mdy';
}

/**
 * The order of day and month in each column of a file.
 * @param stated what the user says of all of them
 */
export function ordersOf(evidence: DayEvidence, stated?: DateOrder): Orders {
	const found = [...evidence].flatMap(([column, counts]) => {
		const order = stated ?? orderOf(counts);
		return order === null ? [] : [[column, order] as const];
	});
	return Object.fromEntries(found);
}

/** The same as an account states it: of the columns that have dates which need it. */
export function statedOrders(evidence: DayEvidence, stated?: DateOrder): DateOrders[] {
	return [...evidence]
		.filter(([, { open }]) => open > 0)
		.map(([column, counts]) => ({
			...{ column, order: stated ?? orderOf(counts), dates: counts.open },
			contradicted: counts.dmy > 0 && counts.mdy > 0
		}))
		.sort((a, b) => (a.column < b.column ? -1 : 1));
}

/** A paper whose date is read in the order of its column. */
export function settled(paper: Paper, dates: readonly ColumnDate[] | undefined, orders: Orders): Paper {
	if (!dates?.some(({ column }) => orders[column] !== undefined)) return paper;
	const date = combinedDate(
		dates.map(({ text }) => text),
		dates.map(({ column }) => orders[column])
	);
	return date === null ? paper : { ...paper, ...date };
}
