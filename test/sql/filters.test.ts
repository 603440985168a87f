import { describe, expect, it } from 'vitest';

import { themeTrends } from '../../src/lib/analysis/trends/findings.ts';
import { noFilters, type Filters } from '../../src/lib/queries/filters/filters.ts';
import { paperColumns, type PaperColumn, type PaperOrder } from '../../src/lib/queries/papers/paper-order.ts';
import { burstRows, rankedTrends, testedPapers } from '../../src/lib/views/pages/trends/trend-rows.ts';
import {
	coarseDataset,
	embeddedDataset,
	generatedDataset,
	type TestDataset
} from '../support/sql/datasets.ts';
import { engines, opened } from '../support/sql/engines.ts';
import { RandomFilters } from '../support/sql/random-filters.ts';
import { namesOf, unitsFrom, type KnownPaper } from '../support/sql/reference.ts';

const builders: [name: string, () => Promise<TestDataset>][] = [
	['the embedded corpus', embeddedDataset],
	['2,000 generated papers', generatedDataset],
	['a cube by month', () => coarseDataset('month')],
	['a cube by quarter', () => coarseDataset('quarter')]
];

function compare(a: string | number | null, b: string | number | null, descending: boolean): number {
	if (a === b) return 0;
	if (a === null || b === null) return a === null ? 1 : -1;
	return (Buffer.compare(...([a, b].map(sortable) as [Buffer, Buffer])) || 0) * (descending ? -1 : 1);
}

/** Bytes in the order of the values: UTF-8 for texts, big-endian with the sign turned for numbers. */
function sortable(value: string | number): Buffer {
	if (typeof value === 'string') return Buffer.from(value);
	const bytes = Buffer.alloc(8);
	bytes.writeDoubleBE(value + 1e6);
	return bytes;
}

describe.each(builders)('%s', (_, build) => {
	describe.each(engines)('in %s', (_name, open) => {
		const at = opened(build, open);

		const expected = (
			column: PaperColumn,
			{ query }: Filters
		): ((paper: KnownPaper) => string | number | null) => {
			const labels = new Map(
				at.dataset.manifest.themes.map(({ themeId, label }) => [themeId, label.toLowerCase()])
			);
			return {
				title: (paper: KnownPaper) => paper.title.toLowerCase() || null,
				published: ({ published }: KnownPaper) => published,
				team_size: ({ teamSize }: KnownPaper) => teamSize,
				theme: ({ themeId }: KnownPaper) => labels.get(themeId) ?? null,
				similarity: ({ similarity }: KnownPaper) => similarity,
				comments: ({ comments }: KnownPaper) => comments,
				upvotes: ({ upvotes }: KnownPaper) => upvotes,
				citations: ({ citations }: KnownPaper) => citations,
				references: ({ references }: KnownPaper) => references,
				keywords: (paper: KnownPaper) => namesOf(paper).keyword[0]?.toLowerCase() ?? null,
				organisations: (paper: KnownPaper) => namesOf(paper).organisation[0]?.toLowerCase() ?? null,
				countries: (paper: KnownPaper) => namesOf(paper).country[0]?.toLowerCase() ?? null,
				relevance: (paper: KnownPaper) => at.reference.relevance(paper, query)
			}[column];
		};

		async function check(filters: Filters, order: PaperOrder, random: RandomFilters): Promise<number> {
			const left = at.reference.left(filters);
			const unit = random.pick(unitsFrom(at.dataset.manifest.granularity))!;
			expect(await at.queries.overview(filters, unit)).toEqual(at.reference.overview(filters, unit));
			expect(await at.queries.trendRows(filters)).toEqual(
				at.reference.trendRows(filters, at.dataset.manifest.granularity)
			);
			expect(await at.queries.sideCounts(filters, unit)).toEqual(at.reference.sideCounts(filters, unit));
			expect(await at.queries.count(filters)).toBe(left.length);
			const value = expected(order.column, filters);
			const sorted = left.toSorted(
				(a, b) => compare(value(a), value(b), order.descending) || a.paperId - b.paperId
			);
			const from = Math.floor(left.length / 3);
			const page = await at.queries.papers(filters, order, from, 25);
			expect(page.map(({ paperId }) => paperId)).toEqual(
				sorted.slice(from, from + 25).map(({ paperId }) => paperId)
			);
			return left.length;
		}

		it('counts by the unit it is meant to', () => {
			const { granularity } = at.dataset.manifest;
			expect(granularity).toBe(/by (month|quarter)/.exec(at.dataset.name)?.[1] ?? 'day');
		});

		it('lists as many papers behind each test of a trend and each burst as were counted', async () => {
			const trends = themeTrends(await at.queries.trendRows(noFilters), at.dataset.manifest.span);
			if (trends.kind !== 'tested') return expect(at.dataset.papers.length).toBeLessThan(100);
			const tested = rankedTrends(trends).map(({ finding, days }) => ({
				id: finding.id,
				days,
				papers: finding.papers
			}));
			const burst = burstRows(trends).map(({ themeId, from, to, papers }) => ({
				id: themeId,
				days: { from, to },
				papers
			}));
			for (const { id, days, papers } of [...tested, ...burst]) {
				const filters = { ...noFilters, ...testedPapers(trends.window, id, days) };
				expect(await at.queries.count(filters)).toBe(papers);
			}
		});

		it('gives the manifest’s own overview without filters', async () => {
			const { overview } = at.dataset.manifest;
			expect(await at.queries.overview(noFilters, overview.unit)).toEqual(overview);
		});

		it.each([
			['theme, date and team size', false, 24],
			['filters on rows', true, 20]
		])('answers %s as a plain computation does', async (_what, rows, times) => {
			const random = new RandomFilters(rows ? 7 : 11, at.reference.papers, at.dataset.manifest);
			let some = 0;
			for (let round = 0; round < times; round++) {
				const filters = random.next(rows);
				const order = { column: random.pick(paperColumns)!, descending: round % 2 === 0 };
				try {
					if ((await check(filters, order, random)) > 0) some++;
				} catch (error) {
					throw new Error(`with ${JSON.stringify({ filters, order })}`, { cause: error });
				}
			}
			expect(some).toBeGreaterThan(times / 4);
		});
	});
});
