import { isoDate, parseIsoDate } from '../../lib/base/date.ts';
import { jsonItems, parseBody } from './json-items.ts';
import { BrokenAnswer, type Page, type Source } from './source.ts';

const host = 'https://huggingface.co';
/** Items of a page, the most that the service gives. */
const pageSize = 100;

const dayAfter = (day: string) => isoDate((parseIsoDate(day) as number) + 1);

/**
 * Daily Papers of Hugging Face, day after day (`GET /api/daily_papers?date=`, pages numbered from 0).
 * @param from first day, `YYYY-MM-DD`
 * @param to last day
 */
export function dailyPapers(from: string, to: string, base = host): Source {
	const nextDay = (day: string) => (day < to ? `${dayAfter(day)} 0` : null);
	const parts = (cursor: string) => {
		const [day = from, page = '0'] = cursor.split(' ');
		return { day, page: Number(page) };
	};
	return {
		name: 'daily-papers',
		interval: 1000,
		request: { source: 'daily-papers', from, to },
		start: `${from} 0`,
		address: (cursor) => {
			const { day, page } = parts(cursor);
			const address = new URL('/api/daily_papers', base);
			address.search = new URLSearchParams({
				date: day,
				p: String(page),
				limit: String(pageSize)
			}).toString();
			return address;
		},
		read: async (body, cursor): Promise<Page> => {
			const values = parseBody(body);
			if (!Array.isArray(values)) throw new BrokenAnswer('the answer is not a list of papers');
			const { day, page } = parts(cursor);
			const next = values.length >= pageSize ? `${day} ${page + 1}` : nextDay(day);
			return { items: jsonItems(values), next, nextWhenKnown: nextDay(day), total: null };
		}
	};
}
