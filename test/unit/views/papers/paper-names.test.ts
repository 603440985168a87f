import { describe, expect, it, vi } from 'vitest';

import { PaperNames, type AskNames } from '../../../../src/lib/views/parts/papers/paper-names.svelte.ts';
import { deferred } from '../../../support/deferred.ts';

const answer: AskNames = (dimension, paperIds) =>
	Promise.resolve(new Map(paperIds.map((id) => [id, id === 0 ? [] : [`${dimension} of ${id}`]])));

describe('names of the papers in view', () => {
	it('are asked for once, for the columns that show them', async () => {
		const ask = vi.fn<AskNames>(answer);
		const names = new PaperNames(ask);
		await names.need([], [0, 1, 2]);
		expect(ask).not.toHaveBeenCalled();
		await names.need(['keywords'], [0, 1, 2]);
		await names.need(['keywords', 'countries'], [2, 3]);
		await names.need(['keywords', 'countries'], [3, 2]);
		expect(ask.mock.calls.map(([dimension, ids]) => [dimension, ids])).toEqual([
			['keyword', [0, 1, 2]],
			['keyword', [3]],
			['country', [2, 3]]
		]);
		expect(names.of('keywords', 1)).toEqual(['keyword of 1']);
		expect(names.of('countries', 3)).toEqual(['country of 3']);
	});

	it('tells a paper without names from one that is not at hand', async () => {
		const names = new PaperNames(answer);
		await names.need(['keywords'], [0]);
		expect(names.of('keywords', 0)).toEqual([]);
		expect(names.of('keywords', 1)).toBeNull();
	});

	it('calls off what has scrolled by', async () => {
		let aborted = false;
		const names = new PaperNames((dimension, ids, signal) => {
			if (ids.includes(9)) return answer(dimension, ids, signal);
			signal.addEventListener('abort', () => (aborted = true));
			return new Promise(() => {});
		});
		void names.need(['keywords'], [1]);
		await names.need(['keywords'], [9]);
		expect(aborted).toBe(true);
		expect(names.of('keywords', 9)).toEqual(['keyword of 9']);
	});

	it('says that names are on their way until they are there or have failed', async () => {
		const [first, second] = [deferred<Awaited<ReturnType<AskNames>>>(), deferred<never>()];
		const ask = vi.fn<AskNames>().mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);
		const names = new PaperNames(ask);
		expect(names.pending).toBe(false);
		const asked = names.need(['keywords'], [1]);
		expect(names.pending).toBe(true);
		first.resolve(new Map([[1, ['one']]]));
		await asked;
		expect(names.pending).toBe(false);
		const again = names.need(['keywords'], [2]);
		expect(names.pending).toBe(true);
		second.reject(new Error('the file is gone'));
		await again;
		expect(names.pending).toBe(false);
	});

	it('says why it failed and can be asked again', async () => {
		const ask = vi.fn<AskNames>(answer);
		ask.mockRejectedValueOnce(new Error('the file is gone'));
		const names = new PaperNames(ask);
		await names.need(['keywords'], [1]);
		expect(names.failure?.message).toBe('the file is gone');
		await names.need(['keywords'], [1]);
		expect(names.failure).toBeNull();
		expect(names.of('keywords', 1)).toEqual(['keyword of 1']);
	});
});
