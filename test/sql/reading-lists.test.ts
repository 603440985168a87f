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
import { randomArrangement } from '../support/random-arrangements.ts';
import { randomSource } from '../support/random.ts';
import { coarseDataset } from '../support/sql/datasets.ts';
import { engines, opened } from '../support/sql/engines.ts';
import { RandomFilters } from '../support/sql/random-filters.ts';
import { PlainReading, type PlainPaper } from '../support/sql/plain-reading.ts';

const count = 12;

const ids = (papers: readonly { paperId: number }[]) => papers.map(({ paperId }) => paperId);

describe.each(engines)('in %s', (_, open) => {
	const at = opened(() => coarseDataset('quarter', 14), open);
	let rows: ExportRow[];
	let some: Filters[];
	beforeAll(async () => {
		rows = [];
		for await (const batch of at.queries.exportRows({ filters: noFilters })) rows.push(...batch);
		const random = new RandomFilters(5, at.reference.papers, at.dataset.manifest);
		const one = { ...noFilters, themes: [at.dataset.manifest.themes[2]!.themeId] };
		some = [noFilters, one, ...Array.from({ length: 6 }, (_value, i) => random.next(i % 2 === 1))];
	}, 120_000);

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
		for (const filters of some) {
			const { found, plain } = await both(filters);
			expect(found.basis).toEqual(plain.basis());
			for (const kind of readingKinds) {
				const expected = plain.list(kind).slice(0, count);
				expect(ids(found.lists[kind]), `${kind} of ${JSON.stringify(filters)}`).toEqual(ids(expected));
				for (const [place, paper] of found.lists[kind].entries()) expectSame(paper, expected[place]!);
				seen.set(kind, (seen.get(kind) ?? 0) + expected.length);
			}
		}
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

function expectSame(paper: ReadingPaper, { reason }: PlainPaper): void {
	expect(paper).toMatchObject(reason);
}
