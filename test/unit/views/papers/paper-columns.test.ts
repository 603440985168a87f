import { describe, expect, it } from 'vitest';

import {
	nextOrder,
	orderColumns,
	orderWords,
	paperTableColumns
} from '../../../../src/lib/views/papers/paper-columns.ts';

const keys = (comments: boolean, upvotes: boolean, narrow = false) =>
	paperTableColumns({ comments, upvotes }, narrow).map(({ key }) => key);

describe('columns', () => {
	it('has counts only where the source has them', () => {
		expect(keys(false, false)).toEqual(['title', 'theme', 'published', 'team_size', 'similarity', 'collect']);
		expect(keys(true, false)).toContain('comments');
		expect(keys(true, false)).not.toContain('upvotes');
		expect(orderColumns({ comments: false, upvotes: true })).not.toContain('comments');
		expect(orderColumns({ comments: false, upvotes: true })).toContain('upvotes');
	});

	it('keeps the title and the reading list on narrow screens', () => {
		expect(keys(true, true, true)).toEqual(['title', 'collect']);
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
});
