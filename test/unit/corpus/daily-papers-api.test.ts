import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const read = (value: unknown, indent?: number) =>
	readCorpus({ 'a.json': JSON.stringify(value, null, indent) });

const dailyPaper = {
	id: '2510.00001',
	authors: [
		{ name: 'Anna Berg', hidden: false },
		{ name: 'Ice Team' },
		{ name: 'Jon Dahl', hidden: true },
		{ name: 'Anna Berg' }
	],
	publishedAt: '2025-10-13T23:55:09.000Z',
	submittedOnDailyAt: '2025-10-15T01:17:25.740Z',
	title: 'Seals\n  in Winter',
	summary: 'We count\nseals.',
	upvotes: 7
};
const dailyItem = {
	paper: dailyPaper,
	publishedAt: '2025-10-14T00:00:00.000Z',
	title: 'Seals',
	numComments: 2,
	organization: { name: 'ice', fullname: 'Ice Lab' }
};
const dailyFacts = {
	sourceId: '2510.00001',
	title: 'Seals in Winter',
	abstract: 'We count seals.',
	authors: ['Anna Berg', 'Ice Team', 'Jon Dahl'],
	teamSize: 3,
	published: '2025-10-13',
	comments: 2,
	upvotes: 7
};
/** What Python's repr makes of an item. */
const repr = (value: unknown): string =>
	JSON.stringify(value)
		.replace(/"((?:[^"\\]|\\.)*)"/g, (_, text: string) => `'${text.replaceAll("'", "\\'")}'`)
		.replace(/\bfalse\b/g, 'False')
		.replace(/\btrue\b/g, 'True')
		.replace(/\bnull\b/g, 'None');

describe('Daily Papers API', () => {
	it.each([
		['a bare array', [dailyItem]],
		['an array whose items lack an organisation', [{ ...dailyItem, organization: undefined, mediaUrl: 'x' }]],
		[
			'a response that holds strings written by Python',
			{ status: 'success', count: 1, data: [repr(dailyItem)] }
		]
	])('reads %s', async (_, value) => {
		for (const indent of [undefined, 4]) {
			const { papers, account } = await read(value, indent);
			expect(account.inputs).toMatchObject([{ format: 'json', records: 1 }]);
			expect(papers).toMatchObject([dailyFacts]);
		}
	});

	it('knows the organisation by its full name', async () => {
		expect((await read([dailyItem])).papers[0]?.organisation).toBe('Ice Lab');
	});
});
