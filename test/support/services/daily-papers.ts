import type { Reply } from './server.ts';

/** An item as the API has them, with three dates, one of which is the paper's own. */
export function dailyItem(number: number): Record<string, unknown> {
	const title = `Narwhal models\n  number ${number}`;
	const summary = `We train narwhal ${number} to find\nfish under the ice & sing.`;
	return {
		paper: {
			id: `2405.${String(number).padStart(5, '0')}`,
			authors: [
				{ _id: 'a', name: 'Ida Krog', hidden: false, user: { fullname: 'Ida Krog', user: 'ida' } },
				{ _id: 'b', name: 'Ice Team', hidden: true },
				{ _id: 'c', name: 'Per Vang' }
			],
			publishedAt: '2024-05-24T17:34:15.000Z',
			submittedOnDailyAt: '2024-05-27T01:17:25.740Z',
			title,
			summary,
			upvotes: number % 40,
			organization: { name: 'ice', fullname: 'Ice Lab' }
		},
		publishedAt: '2024-05-27T00:00:00.000Z',
		title,
		summary,
		numComments: 3,
		submittedBy: { fullname: 'Somebody', isPro: false }
	};
}

/** `GET /api/daily_papers?date=&p=&limit=` over days and their items; a day without any gives an empty list. */
export function dailyService(
	days: Readonly<Record<string, readonly unknown[]>>,
	{ knowsPages = true } = {}
): (url: URL) => Reply {
	return (url) => {
		const items = days[url.searchParams.get('date') ?? ''] ?? [];
		const limit = Number(url.searchParams.get('limit'));
		const start = knowsPages ? Number(url.searchParams.get('p')) * limit : 0;
		return { body: JSON.stringify(items.slice(start, start + limit)) };
	};
}
