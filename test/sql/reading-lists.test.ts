import { beforeAll, describe, expect, it } from 'vitest';

import type { ExportRow } from '../../src/lib/dataset/export-row.ts';
import { noFilters, type Filters } from '../../src/lib/queries/filters/filters.ts';
import { readingPlan } from '../../src/lib/queries/reading/reading-lists.ts';
import {
	readingKinds,
	type ReadingKind,
	type ReadingPaper
} from '../../src/lib/queries/reading/reading-types.ts';
import { arrangeThemes } from '../../src/lib/themes/arrange.ts';
import { publishedArrangement, type ThemeArrangement } from '../../src/lib/themes/arrangement.ts';
import { generatePapers } from '../support/generate-papers.ts';
import { randomArrangement } from '../support/random-arrangements.ts';
import { randomSource } from '../support/random.ts';
import { builtFrom } from '../support/sql/datasets.ts';
import { engines, opened } from '../support/sql/engines.ts';
import { openNative } from '../support/sql/native-host.ts';
import { RandomFilters } from '../support/sql/random-filters.ts';
import { checkReasons } from '../support/sql/read-reasons.ts';
import { PlainReading, type PlainPaper } from '../support/sql/plain-reading.ts';

const count = 12;

const ids = (papers: readonly { paperId: number }[]) => papers.map(({ paperId }) => paperId);

describe.each(engines)('in %s', (_, open) => {
	// More themes than the nine planted ones leave papers between them.
	const at = opened(() => builtFrom(generatePapers(300, 2), 16), open);
	let rows: ExportRow[];
	let some: Filters[];
	beforeAll(async () => {
		rows = [];
		for await (const batch of at.queries.exportRows({ filters: noFilters })) rows.push(...batch);
		const random = new RandomFilters(5, at.reference.papers, at.dataset.manifest);
		const one = { ...noFilters, themes: [at.dataset.manifest.themes[2]!.themeId] };
		some = [noFilters, one, ...Array.from({ length: 4 }, (_value, i) => random.next(i % 2 === 1))];
	});

	/** The lists and the plain computation of the same papers. */
	async function both(filters: Filters, arrangement: ThemeArrangement = publishedArrangement) {
		const { tree, themes } = at.dataset.manifest;
		const arranged = arrangeThemes(at.dataset.manifest, arrangement);
		const asked = at.queries.arranged(arrangement);
		const passes = await asked.passing(filters);
		const plain = new PlainReading(rows, (id) => passes[id] === 1, arranged.themeOfLeaf, tree);
		expect(themes.length).toBeGreaterThan(1);
		return { found: await asked.readingLists(filters, count), plain };
	}

	it('lists what a plain computation lists, with the same reasons', async () => {
		const seen = new Map<ReadingKind, number>();
		let reasons = 0;
		for (const filters of some) {
			const { found, plain } = await both(filters);
			expect(found.basis).toEqual(plain.basis());
			for (const kind of readingKinds) {
				const expected = plain.list(kind).slice(0, count);
				expect(ids(found.lists[kind]), `${kind} of ${JSON.stringify(filters)}`).toEqual(ids(expected));
				for (const [place, paper] of found.lists[kind].entries()) expectSame(paper, expected[place]!);
				seen.set(kind, (seen.get(kind) ?? 0) + expected.length);
			}
			reasons += checkReasons(found, plain, count);
		}
		expect(reasons).toBeGreaterThan(100);
		for (const kind of readingKinds) expect(seen.get(kind), kind).toBeGreaterThan(10);
	});

	it('follows the themes of an arrangement', async () => {
		const random = randomSource(4);
		for (let round = 0; round < 3; round++) {
			const { found, plain } = await both(noFilters, randomArrangement(at.dataset.manifest, random));
			for (const kind of readingKinds)
				expect(ids(found.lists[kind]), kind).toEqual(ids(plain.list(kind).slice(0, count)));
		}
	});

	it('plans so many papers, none twice, each from its list', async () => {
		const found = await at.queries.readingLists(noFilters, 40);
		for (const total of [10, 20, 40]) {
			const plan = readingPlan(found, total);
			const all = readingKinds.flatMap((kind) => ids(plan[kind]));
			expect(all).toHaveLength(total);
			expect(new Set(all).size).toBe(total);
			for (const kind of readingKinds)
				expect(ids(found.lists[kind])).toEqual(expect.arrayContaining(ids(plan[kind])));
		}
	});

	it('lists nothing of nothing', async () => {
		const { basis, lists } = await at.queries.readingLists({ ...noFilters, authors: ['nobody at all'] }, 10);
		expect(basis).toEqual({ papers: 0, measure: null, stated: 0, dated: 0, until: null });
		expect(Object.values(lists).flat()).toEqual([]);
	});
});

/** The generated papers without what sources count of them, by what is left. */
describe.each([['upvotes'], ['comments'], [null]] as const)('where sources state %s at most', (left) => {
	const papers = generatePapers(150, 9).map((paper, index) => ({
		...paper,
		citations: index % 3 === 0 ? paper.citations : null,
		upvotes: left === 'upvotes' ? index % 40 : null,
		comments: left === null ? null : index % 7
	}));
	const at = opened(() => builtFrom(papers, 6), openNative);

	it('goes by that, by similarity and by date', async () => {
		const rows: ExportRow[] = [];
		for await (const batch of at.queries.exportRows({ filters: noFilters })) rows.push(...batch);
		const { themeOfLeaf } = arrangeThemes(at.dataset.manifest, publishedArrangement);
		const plain = new PlainReading(rows, () => true, themeOfLeaf, at.dataset.manifest.tree);
		const found = await at.queries.readingLists(noFilters, count);
		expect(found.basis.measure).toBe(left);
		expect(found.basis).toEqual(plain.basis());
		for (const kind of readingKinds) {
			const expected = plain.list(kind).slice(0, count);
			expect(ids(found.lists[kind]), kind).toEqual(ids(expected));
			for (const [place, paper] of found.lists[kind].entries()) expectSame(paper, expected[place]!);
		}
		expect(found.lists.classics.length).toBe(count);
		expect(checkReasons(found, plain, count)).toBeGreaterThan(40);
	});
});

function expectSame(paper: ReadingPaper, { reason }: PlainPaper): void {
	expect(paper).toMatchObject(reason);
}
