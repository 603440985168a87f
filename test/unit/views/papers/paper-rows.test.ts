import { describe, expect, it, vi } from 'vitest';

import {
	PaperRows,
	pageLength,
	type AskRows
} from '../../../../src/lib/views/parts/papers/paper-rows.svelte.ts';
import { listRow } from '../../../support/paper-rows.ts';

/** A source of `total` papers whose ids begin at `base`. */
function source(total: number, base = 0) {
	return vi.fn<AskRows>((from, count) =>
		Promise.resolve(
			Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, i) =>
				listRow({ paperId: base + from + i })
			)
		)
	);
}

const idAt = (papers: PaperRows, index: number) => papers.rows[index]?.paperId;

describe('the rows of a long table', () => {
	it('fetches the first page, then only pages that come into view', async () => {
		const ask = source(10_000);
		const papers = new PaperRows();
		await papers.restart(ask);
		expect(papers.stale).toBe(false);
		await papers.need(9_940, 9_960);
		expect(idAt(papers, 9_950)).toBe(9_950);
		expect(papers.rows[5_000]).toBeUndefined();
		expect(ask.mock.calls.map(([from, count]) => [from, count])).toEqual([
			[0, pageLength],
			[9_900, pageLength]
		]);
		await papers.need(0, 20);
		expect(ask).toHaveBeenCalledTimes(2);
	});

	it('asks once for rows that are already on their way', async () => {
		const ask = source(1_000);
		const papers = new PaperRows();
		await papers.restart(ask);
		await Promise.all([papers.need(250, 260), papers.need(255, 265)]);
		expect(ask).toHaveBeenCalledTimes(2);
	});

	it('drops an answer that is on its way when another question is asked, at whatever moment', async () => {
		for (let turns = 0; turns < 12; turns++) {
			const papers = new PaperRows();
			const first = papers.restart(source(1_000));
			for (let turn = 0; turn < turns; turn++) await Promise.resolve();
			await Promise.all([first, papers.restart(source(0))]);
			expect(papers.rows).toHaveLength(0);
			expect(papers.stale).toBe(false);
		}
	});

	it('lets the newest wish win and calls off the one before', async () => {
		const papers = new PaperRows();
		await papers.restart(source(1_000));
		let finish!: () => void;
		let calledOff = false;
		const slow: AskRows = (from, _, signal) => {
			signal.addEventListener('abort', () => (calledOff = true));
			return new Promise((resolve) => (finish = () => resolve([listRow({ paperId: 999 + from })])));
		};
		const first = papers.restart(slow);
		await papers.restart(source(1_000, 50_000));
		finish();
		await first;
		expect(calledOff).toBe(true);
		expect(idAt(papers, 0)).toBe(50_000);
	});

	it('keeps the old rows until the new ones are there, and drops them then', async () => {
		const papers = new PaperRows();
		await papers.restart(source(1_000));
		await papers.need(500, 520);
		let finish!: () => void;
		const restarted = papers.restart(
			() => new Promise((resolve) => (finish = () => resolve([listRow({ paperId: 7 })])))
		);
		expect(idAt(papers, 510)).toBe(510);
		expect(papers.stale).toBe(true);
		finish();
		await restarted;
		expect(papers.rows).toHaveLength(1);
	});

	it('says why it failed and can be asked again', async () => {
		const papers = new PaperRows();
		const ask = source(10);
		ask.mockRejectedValueOnce(new Error('out of memory'));
		await papers.restart(ask);
		expect(papers.failure?.message).toBe('out of memory');
		expect(papers.stale).toBe(true);
		await papers.retry();
		expect(papers.failure).toBeNull();
		expect(papers.rows).toHaveLength(10);
	});

	it('gives the row at a position, fetched if need be', async () => {
		const papers = new PaperRows();
		await papers.restart(source(250));
		expect((await papers.at(249))?.paperId).toBe(249);
		expect(await papers.at(250)).toBeUndefined();
		expect(await papers.at(-1)).toBeUndefined();
	});
});
