import type { Page } from 'playwright-core';

import { PageClock, type Spent } from './page-clock.ts';
import type {} from './query-page.ts';
import { searchQueries } from './search-queries.ts';

/** Searches of each kind. */
const searches = 40;

export interface SearchFigures {
	kind: string;
	/** Papers found by each search. */
	found: number[];
	/** The first of this kind, with the files that it fetches. */
	first: number;
	charts: number[];
	list: Spent;
}

/** Searches of each kind, all files of the index at hand but the texts, which phrases fetch as they need them. */
export async function measureSearch(page: Page): Promise<SearchFigures[]> {
	const clock = await PageClock.of(page);
	const ask = (query: string) => page.evaluate(async (asked) => (await queryBench).search(asked), query);
	const all: SearchFigures[] = [];
	for (const [kind, [opening = '', ...queries]] of Object.entries(searchQueries(searches + 1))) {
		const first = (await ask(opening)).list;
		if (all.length === 0) await page.evaluate(async () => (await queryBench).attach('search'));
		const { value, cpu } = await clock.spent(async () => {
			const answers = [];
			for (const query of queries) answers.push(await ask(query));
			return answers;
		});
		const list = { wall: value.map((answer) => answer.list), cpu: cpu / queries.length };
		const charts = value.map((answer) => answer.charts);
		all.push({ kind, first, charts, list, found: value.map(({ found }) => found) });
	}
	return all;
}
