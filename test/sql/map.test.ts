import { polygonContains } from 'd3';
import { beforeAll, describe, expect, it } from 'vitest';

import { allPapers } from '../../src/lib/queries/sql/all-papers.ts';
import type { QueryHost } from '../../src/lib/engine/query-host.ts';
import type { Area, MapPoint } from '../../src/lib/queries/filters/area.ts';
import { DatasetQueries } from '../../src/lib/queries/dataset-queries.ts';
import { noFilters, type Filters } from '../../src/lib/queries/filters/filters.ts';
import { datePrecisions, parseIsoDate } from '../../src/lib/base/date.ts';
import { catalogName } from '../../src/lib/dataset/files.ts';
import { similaritySteps, unstated } from '../../src/lib/queries/map/paper-columns.ts';
import { publishedArrangement } from '../../src/lib/themes/arrangement.ts';
import { randomSource } from '../support/random.ts';
import { coarseDataset } from '../support/sql/datasets.ts';
import { engines, opened } from '../support/sql/engines.ts';
import { namesOf } from '../support/sql/reference.ts';

interface Placed {
	id: number;
	x: number;
	y: number;
	theme: number;
	leaf: number;
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
		leaf: of('leaf_id', row),
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
		const { x, y, theme, leaf } = await at.queries.positions();
		expect([...theme]).toEqual(papers.map((paper) => paper.theme));
		expect([...leaf]).toEqual(papers.map((paper) => paper.leaf));
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

	it('gives every third paper of more than two million', async () => {
		const { manifest } = at.queries;
		const counts = { ...manifest.counts, papers: 2_500_000 };
		const many = new DatasetQueries(at.host, { ...manifest, counts });
		const third = (values: ArrayLike<number>) => Array.from(values).filter((_, id) => id % 3 === 0);
		const [all, some] = [await at.queries.positions(), await many.positions()];
		for (const name of ['x', 'y', 'theme', 'leaf'] as const)
			expect([...some[name]]).toEqual(third(all[name]));
		const team = { ...noFilters, team: { range: { from: 2, to: 5 }, unknown: false } };
		expect([...(await many.passing(team))]).toEqual(third(await at.queries.passing(team)));
		expect([...(await many.measure('citations'))]).toEqual(third(await at.queries.measure('citations')));
		const [dates, someDates] = [await at.queries.dates(), await many.dates()];
		expect([...someDates.day]).toEqual(third(dates.day));
		expect([...someDates.precision]).toEqual(third(dates.precision));
		const [names, someNames] = [await at.queries.topNames('venue', 5), await many.topNames('venue', 5)];
		expect(someNames.names).toEqual(names.names);
		expect([...someNames.code]).toEqual(third(names.code));
		expect(await many.typical(team, 3)).toEqual(await at.queries.typical(team, 3));
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

	it('gives what each paper states, and how many state it', async () => {
		const stated = await at.queries.stated();
		const numbers = {
			team_size: at.dataset.papers.map(({ teamSize }) => teamSize),
			citations: at.dataset.papers.map(({ citations }) => citations),
			upvotes: at.dataset.papers.map(({ upvotes }) => upvotes)
		};
		for (const [measure, values] of Object.entries(numbers) as [keyof typeof numbers, (number | null)[]][]) {
			expect([...(await at.queries.measure(measure))]).toEqual(values.map((value) => value ?? unstated));
			expect(stated[measure]).toBe(values.filter((value) => value !== null).length);
		}
		expect(stated.team_size).toBeGreaterThan(0);
		const similarity = await at.queries.measure('similarity');
		papers.forEach((paper, id) => expect(similarity[id]! / similaritySteps).toBeCloseTo(paper.similarity, 5));
	});

	it('gives the date of each paper and how finely it is stated', async () => {
		const { day, precision } = await at.queries.dates();
		at.dataset.papers.forEach(({ published, datePrecision }, id) => {
			expect(day[id]).toBe(published === null ? unstated : parseIsoDate(published));
			expect(precision[id]).toBe(datePrecision === null ? 0 : datePrecisions.indexOf(datePrecision));
		});
		expect(new Set(precision).size).toBeGreaterThan(1);
	});

	it('gives the names that most papers state, and the most frequent one of each paper', async () => {
		const count = 4;
		for (const dimension of ['organisation', 'author', 'country', 'venue'] as const) {
			const named = at.dataset.papers.map((paper) => new Set(namesOf(paper)[dimension]));
			const totals = new Map<string, number>();
			for (const name of named.flatMap((names) => [...names])) totals.set(name, (totals.get(name) ?? 0) + 1);
			const top = [...totals].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, count);
			const { names, code } = await at.queries.topNames(dimension, count);
			expect(names).toEqual(top.map(([name]) => name));
			const expected = named.map((own) => {
				const place = names.findIndex((name) => own.has(name));
				return place >= 0 ? place + 2 : own.size > 0 ? 1 : 0;
			});
			expect([...code], dimension).toEqual(expected);
		}
	});

	it('counts joined names as one', async () => {
		const { names: apart } = await at.queries.topNames('organisation', 4);
		const [first, second] = [apart[3]!, apart[0]!];
		const joined = at.queries.arranged(publishedArrangement, [
			{ dimension: 'organisation', names: [first, second] }
		]);
		const { names, code } = await joined.topNames('organisation', 3);
		const one = (name: string) => (name === second ? first : name);
		const named = at.dataset.papers.map((paper) => new Set(namesOf(paper).organisation.map(one)));
		expect(names[0]).toBe(first);
		expect(names).not.toContain(second);
		const expected = named.map((own) => {
			const place = names.findIndex((name) => own.has(name));
			return place >= 0 ? place + 2 : own.size > 0 ? 1 : 0;
		});
		expect([...code]).toEqual(expected);
	});

	it('splits the terms of an area from those of the rest', async () => {
		const area: Area = [[1000, 1500], [8000, 2500], [6000, 9000]]; // prettier-ignore
		const team = { range: { from: 2, to: null }, unknown: true };
		const filters = inArea(area, { team });
		const here = new Set(papers.filter((paper) => inside(area, paper)).map(({ id }) => id));
		const all = at.reference.left({ ...noFilters, team });
		const within = all.filter(({ paperId }) => here.has(paperId));
		const split = await at.queries.splitTerms(filters);
		expect([split.inside, split.rest]).toEqual([within.length, all.length - within.length]);
		expect(within.length).toBeGreaterThan(30);
		expect(split.rest).toBeGreaterThan(30);
		const least = Math.max(3, Math.ceil(within.length / 10));
		const counts = new Map<string, { inside: number; rest: number }>();
		for (const { paperId, stems } of all) {
			for (const stem of stems.keys()) {
				const count = counts.get(stem) ?? { inside: 0, rest: 0 };
				counts.set(stem, count);
				count[here.has(paperId) ? 'inside' : 'rest']++;
			}
		}
		const expected = new Map([...counts].filter(([, count]) => count.inside >= least));
		expect(expected.size).toBeGreaterThan(10);
		expect(new Map(split.terms.map(({ term, ...count }) => [term, count]))).toEqual(expected);
	});

	it('finds no terms for two papers or none', async () => {
		const [paper] = papers as [Placed];
		const near = (value: number, by: number) =>
			Math.min(10_000, Math.max(0, Math.round(value * 10_000) + by));
		const few: Area = [[near(paper.x, -1), near(paper.y, -1)], [near(paper.x, 1), near(paper.y, 1)]]; // prettier-ignore
		const expected = papers.filter((other) => inside(few, other)).length;
		expect(expected).toBeLessThan(3);
		expect(await at.queries.splitTerms(inArea(few))).toMatchObject({ inside: expected, terms: [] });
	});

	it('finds the papers nearest to the mean direction of an area', async () => {
		const area: Area = [[2000, 2000], [9000, 7000]]; // prettier-ignore
		const ids = papers.filter((paper) => inside(area, paper)).map(({ id }) => id);
		const unit = new Map<number, number[]>();
		for (const part of at.dataset.manifest.files.filter(({ group }) => group === 'vectors')) {
			await at.host.attach(part);
			const { columns, length } = await at.host.query(
				`SELECT paper_id, vector FROM ${catalogName('vectors', part.part)}.paper_vectors`
			);
			for (let row = 0; row < length; row++) {
				const vector = [...new Int8Array(columns.vector![row] as Uint8Array)];
				const long = Math.hypot(...vector);
				if (long > 0) unit.set(columns.paper_id![row] as number, vector.map((value) => value / long)); // prettier-ignore
			}
		}
		const known = ids.filter((id) => unit.has(id));
		const mean = unit
			.get(known[0]!)!
			.map((_, axis) => known.reduce((sum, id) => sum + unit.get(id)![axis]!, 0));
		const long = Math.hypot(...mean);
		const cosines = known.map((id) => ({
			id,
			cosine: unit.get(id)!.reduce((sum, value, axis) => sum + value * mean[axis]!, 0) / long
		}));
		const best = cosines.sort((a, b) => b.cosine - a.cosine || a.id - b.id).slice(0, 7);
		const found = await at.queries.typical(inArea(area), 7);
		expect(found.map(({ paperId }) => paperId)).toEqual(best.map(({ id }) => id));
		found.forEach(({ similarity }, at) => expect(similarity).toBeCloseTo(best[at]!.cosine, 10));
	});
});
