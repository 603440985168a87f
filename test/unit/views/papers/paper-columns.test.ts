import { describe, expect, it } from 'vitest';

import type { PaperColumn, ShownColumn } from '../../../../src/lib/queries/papers/paper-order.ts';
import {
	directionsOf,
	nextOrder,
	offeredColumns,
	orderColumns,
	orderWords,
	paperTable,
	shownIn,
	withColumn,
	type SourceColumns
} from '../../../../src/lib/views/parts/paper-words/paper-columns.ts';

const keys = (source: SourceColumns, width: number, sorted: PaperColumn = 'published') =>
	paperTable(source, width, sorted).columns.map(({ key }) => key);
const both = { comments: true, upvotes: true };

describe('columns', () => {
	it('has counts only where the source has them', () => {
		const none = { comments: false, upvotes: false };
		expect(keys(none, 1400)).toEqual(['title', 'theme', 'published', 'team_size', 'similarity', 'collect']);
		expect(keys({ ...none, comments: true }, 1400)).toContain('comments');
		expect(keys({ ...none, comments: true }, 1400)).not.toContain('upvotes');
		expect(orderColumns({ ...none, upvotes: true })).not.toContain('comments');
		expect(orderColumns({ ...none, upvotes: true })).toContain('upvotes');
	});

	it('leaves columns out where there is no room, but never the one in order', () => {
		expect(keys(both, 1400)).toHaveLength(8);
		expect(keys(both, 0)).toHaveLength(8);
		expect(keys(both, 720)).toEqual(['title', 'theme', 'published', 'team_size', 'collect']);
		expect(keys(both, 720, 'upvotes')).toEqual(['title', 'theme', 'published', 'upvotes', 'collect']);
	});

	it('keeps the title and the reading list on narrow screens', () => {
		expect(keys(both, 358)).toEqual(['title', 'collect']);
	});
});

describe('citations', () => {
	const cited = { citations: true, references: true };

	it('are a column and an order where some paper has them', () => {
		expect(keys(cited, 1400)).toContain('citations');
		expect(keys({ comments: true }, 1400)).not.toContain('citations');
		expect(orderColumns(cited)).toEqual(expect.arrayContaining(['citations', 'references']));
		expect(orderWords({ column: 'citations', descending: true })).toBe('Most cited first');
		expect(nextOrder({ column: 'title', descending: false }, 'citations').descending).toBe(true);
	});
});

describe('columns that a visitor chooses', () => {
	const source = { citations: true, keywords: true, countries: true };
	const chosen: ShownColumn[] = ['title', 'theme', 'keywords', 'organisations', 'countries', 'citations'];
	const table = (width: number, columns: ShownColumn[] | null = chosen) =>
		paperTable(source, width, 'published', columns);

	it('are offered where the source has them, and shown unasked only when they are no names', () => {
		expect(offeredColumns(source)).toEqual(
			['title', 'theme', 'keywords', 'countries', 'published', 'team_size', 'similarity', 'citations'] // prettier-ignore
		);
		expect(shownIn(table(1400, null))).toEqual(
			['title', 'theme', 'published', 'team_size', 'similarity', 'citations'] // prettier-ignore
		);
		expect(table(1400).columns.map(({ key }) => key)).toEqual(
			['title', 'theme', 'keywords', 'countries', 'citations', 'collect'] // prettier-ignore
		);
	});

	it('stand under the title where there is no room for them, and none is lost', () => {
		const middle = table(780);
		expect(middle.columns.map(({ key }) => key)).toEqual(['title', 'theme', 'keywords', 'citations', 'collect']); // prettier-ignore
		expect(middle.under).toEqual(['countries']);
		expect(table(390).under).toEqual(['theme', 'keywords', 'countries', 'citations']);
		for (let width = 300; width < 1500; width += 50) expect(shownIn(table(width))).toEqual(shownIn(table(0)));
	});

	it('can be put in order by, names only while they are shown', () => {
		const sortable = table(1400).columns.filter((column) => column.sortable);
		expect(sortable.map(({ key }) => key)).toEqual(['title', 'theme', 'keywords', 'countries', 'citations']);
		expect(orderColumns(source)).not.toContain('keywords');
		expect(orderColumns(source, false, shownIn(table(390)))).toContain('keywords');
		expect(orderColumns(source, false, chosen)).not.toContain('organisations');
		const order = nextOrder({ column: 'published', descending: true }, 'countries');
		expect([order.descending, orderWords(order)]).toEqual([false, 'Countries, A to Z']);
	});

	it('begin with what the table shows, and are forgotten when they are the usual again', () => {
		const usual = shownIn(table(390, null));
		expect(usual).toEqual(['title', 'theme', 'published', 'team_size']);
		const more = withColumn(usual, usual, 'citations', true);
		expect(more).toEqual([...usual, 'citations']);
		expect(withColumn(more ?? [], usual, 'citations', false)).toBeNull();
		expect(withColumn(usual, usual, 'theme', false)).toEqual(['title', 'published', 'team_size']);
	});
});

describe('orders', () => {
	it('starts names at A and everything else at the top, then turns around', () => {
		const byDate = { column: 'published', descending: true } as const;
		expect(nextOrder(byDate, 'title')).toEqual({ column: 'title', descending: false });
		expect(nextOrder(byDate, 'team_size')).toEqual({ column: 'team_size', descending: true });
		expect(nextOrder(byDate, 'published')).toEqual({ column: 'published', descending: false });
		expect(orderWords(byDate)).toBe('Newest first');
	});

	it('offers the best match first while searching, and never the weakest', () => {
		expect(orderColumns(both)).not.toContain('relevance');
		expect(orderColumns(both, true)[0]).toBe('relevance');
		expect(directionsOf('relevance')).toEqual([true]);
		expect(directionsOf('title')).toEqual([true, false]);
	});
});
