import { describe, expect, it } from 'vitest';

import type { PaperColumn } from '../../../../src/lib/queries/papers/paper-order.ts';
import {
	directionsOf,
	nextOrder,
	orderColumns,
	orderWords,
	paperTableColumns,
	type SourceColumns
} from '../../../../src/lib/views/parts/paper-words/paper-columns.ts';

const keys = (source: SourceColumns, width: number, sorted: PaperColumn = 'published') =>
	paperTableColumns(source, width, sorted).map(({ key }) => key);
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
