import { polygonContains } from 'd3';
import { beforeAll, describe, expect, it } from 'vitest';

import { allPapers } from '../../src/lib/queries/sql/all-papers.ts';
import type { QueryHost } from '../../src/lib/engine/query-host.ts';
import type { Area, MapPoint } from '../../src/lib/queries/filters/area.ts';
import { noFilters, type Filters } from '../../src/lib/queries/filters/filters.ts';
import { randomSource } from '../support/random.ts';
import { coarseDataset } from '../support/sql/datasets.ts';
import { engines, opened } from '../support/sql/engines.ts';

interface Placed {
	id: number;
	x: number;
	y: number;
	theme: number;
	second: number | null;
	similarity: number;
	margin: number;
}

async function placed(host: QueryHost): Promise<Placed[]> {
	const { columns, length } = await host.query(`SELECT * FROM ${allPapers} ORDER BY paper_id`);
	const of = (name: string, row: number) => columns[name]![row] as number;
	return Array.from({ length }, (_, row) => ({
		id: of('paper_id', row),
		x: of('x', row),
		y: of('y', row),
		theme: of('theme_id', row),
		second: (columns.second_theme_id![row] ?? null) as number | null,
		similarity: of('similarity', row),
		margin: of('margin', row)
	}));
}

const inside = (area: Area, { x, y }: Placed): boolean => {
	const [px, py] = [x * 10_000, y * 10_000];
	if (area.length > 2) return polygonContains(area as [number, number][], [px, py]);
	const [[x1, y1], [x2, y2]] = area as [MapPoint, MapPoint];
	return Math.min(x1, x2) <= px && px <= Math.max(x1, x2) && Math.min(y1, y2) <= py && py <= Math.max(y1, y2);
};

const inArea = (area: Area, changes: Partial<Filters> = {}): Filters => ({ ...noFilters, ...changes, area });

describe.each(engines)('in %s', (_, open) => {
	const at = opened(() => coarseDataset('quarter', 14), open);
	let papers: Placed[];
	beforeAll(async () => {
		papers = await placed(at.host);
	});

	async function idsOf(filters: Filters): Promise<number[]> {
		const rows = await at.queries.papers(filters, { column: 'title', descending: false }, 0, papers.length);
		return rows.map(({ paperId }) => paperId).sort((a, b) => a - b);
	}

	it('leaves the papers in an area, as d3-polygon tells them, in lists, counts and charts', async () => {
		const random = randomSource(4);
		const corner = (): MapPoint => [Math.round(random() * 10_000), Math.round(random() * 10_000)];
		let some = 0;
		for (let round = 0; round < 27; round++) {
			const area = Array.from({ length: 2 + (round % 9) }, corner);
			const expected = papers.filter((paper) => inside(area, paper)).map(({ id }) => id);
			expect(await idsOf(inArea(area)), JSON.stringify(area)).toEqual(expected);
			expect(await at.queries.count(inArea(area))).toBe(expected.length);
			expect((await at.queries.overview(inArea(area), 'year')).papers).toBe(expected.length);
			if (expected.length > 0 && expected.length < papers.length) some++;
		}
		expect(some).toBeGreaterThan(15);
	});

	it('holds every paper in the whole map, whose edges belong to it, and as many corners as a link may have', async () => {
		expect(await at.queries.count(inArea([[0, 0], [10_000, 10_000]]))).toBe(papers.length); // prettier-ignore
		const comb = Array.from({ length: 200 }, (_, i): MapPoint => [(i >> 1) * 99, i % 4 < 2 ? 0 : 10_000]);
		const expected = papers.filter((paper) => inside(comb, paper)).length;
		expect(expected).toBeGreaterThan(50);
		expect(await at.queries.count(inArea(comb))).toBe(expected);
	});

	it('narrows other filters, which narrow it', async () => {
		const area: Area = [[0, 0], [10_000, 2000], [5000, 10_000]]; // prettier-ignore
		const { theme } = papers.find((paper) => inside(area, paper))!;
		const expected = papers.filter((paper) => inside(area, paper) && paper.theme === theme);
		expect(expected.length).toBeGreaterThan(0);
		expect(await idsOf(inArea(area, { themes: [theme] }))).toEqual(expected.map(({ id }) => id));
	});

	it('gives every position to a 65,535th, with its theme, in the order of the ids', async () => {
		const { x, y, theme } = await at.queries.positions();
		expect([...theme]).toEqual(papers.map((paper) => paper.theme));
		expect(new Set(x).size).toBeGreaterThan(papers.length / 2);
		papers.forEach((paper, id) => {
			expect(Math.abs(x[id]! / 65_535 - paper.x)).toBeLessThan(0.51 / 65_535);
			expect(Math.abs(y[id]! / 65_535 - paper.y)).toBeLessThan(0.51 / 65_535);
		});
	});

	it('tells of every paper whether it passes', async () => {
		const filters = inArea([[2000, 2000], [9000, 9000]], { team: { range: { from: 2, to: 5 }, unknown: false } }); // prettier-ignore
		const left = new Set(await idsOf(filters));
		expect(left.size).toBeGreaterThan(0);
		expect([...(await at.queries.passing(filters))]).toEqual(papers.map(({ id }) => (left.has(id) ? 1 : 0)));
		expect([...(await at.queries.passing(noFilters))]).toEqual(papers.map(() => 1));
	});

	it('counts the papers between each two themes', async () => {
		const area: Area = [[0, 0], [8000, 8000]]; // prettier-ignore
		const pairs = new Map<string, number>();
		for (const paper of papers) {
			const { theme, second, similarity, margin } = paper;
			if (second === null || !inside(area, paper)) continue;
			if (similarity <= 0 || similarity - margin < 0.9 * similarity - 1e-9) continue;
			const key = [theme, second].sort((a, b) => a - b).join();
			pairs.set(key, (pairs.get(key) ?? 0) + 1);
		}
		const found = await at.queries.themePairs(inArea(area), 1000);
		expect(new Map(found.map(({ first, second, papers: n }) => [`${first},${second}`, n]))).toEqual(pairs);
		expect(found.length).toBeGreaterThan(2);
		const counts = found.map((pair) => pair.papers);
		expect(counts).toEqual([...counts].sort((a, b) => b - a));
		expect(await at.queries.themePairs(inArea(area), 2)).toEqual(found.slice(0, 2));
	});
});
