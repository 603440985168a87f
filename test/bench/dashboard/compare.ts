import type { Page } from 'playwright-core';

import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import type { Filters } from '../../../src/lib/queries/filters/filters.ts';
import { PageClock, type Spent } from './page-clock.ts';
import type {} from './query-page.ts';
import { searchQueries } from './search-queries.ts';

/** Pairs of sides of each kind. */
const pairsOfKind = 3;

export interface CompareFigures {
	sides: string;
	counts: number[];
	words: Spent;
}

type Sides = [Partial<Filters>, Partial<Filters>];

/** What is compared, three pairs of each kind. */
function comparisons({ span, themes }: Manifest): Record<string, Sides[]> {
	const { word } = searchQueries(2 * pairsOfKind);
	const year = Number(span?.first.slice(0, 4));
	const during = (from: number, to: number): Partial<Filters> => ({
		date: { range: { from: `${from}-01-01`, to: `${to}-12-31` }, unknown: false }
	});
	const three = <T>(make: (at: number) => T) => Array.from({ length: pairsOfKind }, (_, at) => make(at));
	return {
		periods: three((at) => [during(year, year + 3 + at), during(year + 4 + at, year + 9)]),
		themes: three((at) => [
			{ themes: themes.slice(at, at + 1).map(({ themeId }) => themeId) },
			{ themes: themes.slice(at + 1, at + 2).map(({ themeId }) => themeId) }
		]),
		searches: three((at) => [{ query: word[2 * at] ?? '' }, { query: word[2 * at + 1] ?? '' }])
	};
}

/** Comparisons as the compare view asks them, the whole index at hand. */
export async function measureCompare(page: Page, manifest: Manifest): Promise<CompareFigures[]> {
	const clock = await PageClock.of(page);
	const all: CompareFigures[] = [];
	for (const [sides, pairs] of Object.entries(comparisons(manifest))) {
		const { value, cpu } = await clock.spent(async () => {
			const answers = [];
			for (const pair of pairs) {
				answers.push(await page.evaluate(async ([a, b]) => (await queryBench).compare(a, b), pair));
			}
			return answers;
		});
		const words = { wall: value.map((answer) => answer.words), cpu: cpu / pairs.length };
		all.push({ sides, counts: value.map(({ counts }) => counts), words });
	}
	return all;
}
