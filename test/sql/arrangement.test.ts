import { beforeAll, describe, expect, it } from 'vitest';

import { arrangeThemes } from '../../src/lib/themes/arrange.ts';
import { publishedArrangement } from '../../src/lib/themes/arrangement.ts';
import { catalogName } from '../../src/lib/dataset/files.ts';
import type { ExportRow } from '../../src/lib/dataset/export-row.ts';
import type { DatasetQueries } from '../../src/lib/queries/dataset-queries.ts';
import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { randomArrangement } from '../support/random-arrangements.ts';
import { randomSource } from '../support/random.ts';
import { coarseDataset, embeddedDataset, stopWords } from '../support/sql/datasets.ts';
import { opened } from '../support/sql/engines.ts';
import { openEh } from '../support/sql/eh-host.ts';
import { openNative } from '../support/sql/native-host.ts';
import { RandomFilters } from '../support/sql/random-filters.ts';
import { Reference } from '../support/sql/reference.ts';

async function exported(queries: DatasetQueries): Promise<ExportRow[]> {
	const rows: ExportRow[] = [];
	for await (const batch of queries.exportRows({ filters: noFilters })) rows.push(...batch);
	return rows;
}

describe.each([
	['the embedded corpus', embeddedDataset, 'DuckDB-WASM', openEh, 12],
	['600 generated papers', () => coarseDataset('quarter', 14), 'native DuckDB', openNative, 8]
] as const)('%s', (_name, build, _engine, open, rounds) => {
	const at = opened(build, open);
	let published: ExportRow[];
	beforeAll(async () => {
		published = await exported(at.queries);
	});

	it('has a tree whose nodes hold the papers that the table says, and whose leaves lie within themes', () => {
		const { tree, themes } = at.dataset.manifest;
		const parentOf = (id: number) => tree[id]?.parentId ?? null;
		const counts = tree.map(() => 0);
		for (const { leaf_id, theme_id, margin } of published) {
			const path: number[] = [];
			for (let id: number | null = leaf_id; id !== null; id = parentOf(id)) path.push(id);
			for (const id of path) counts[id] = (counts[id] ?? 0) + 1;
			expect(path.filter((id) => themes.some(({ themeId }) => themeId === id))).toEqual([theme_id]);
			expect(margin).toBeGreaterThanOrEqual(0);
		}
		expect(tree.map(({ papers }) => papers)).toEqual(counts);
	});

	it('counts, lists, filters and exports by any arrangement as a plain computation does', async () => {
		const random = randomSource(21);
		let merges = 0;
		for (let round = 0; round < rounds; round++) {
			const arrangement = randomArrangement(at.dataset.manifest, random);
			const { themes, themeOfLeaf } = arrangeThemes(at.dataset.manifest, arrangement);
			merges += arrangement.merges.length;
			const arranged = at.queries.arranged(arrangement);
			const found = published.map(({ leaf_id, similarity }) => ({
				themeId: themeOfLeaf[leaf_id] as number,
				similarity
			}));
			const reference = new Reference(at.dataset.papers, found, stopWords);
			const filters = new RandomFilters(round, reference.papers, {
				...at.dataset.manifest,
				themes: [...themes]
			});
			for (const some of [noFilters, filters.next(false), filters.next(true)]) {
				const left = reference.left(some).map(({ paperId, themeId }) => ({ paperId, themeId }));
				expect(await arranged.overview(some, 'year')).toEqual(reference.overview(some, 'year'));
				expect(await arranged.count(some)).toBe(left.length);
				const order = { column: 'theme', descending: false } as const;
				const rows = await arranged.papers(some, order, 0, at.dataset.papers.length);
				const label = new Map(themes.map((theme) => [theme.themeId, theme.label.toLowerCase()]));
				const labels = rows.map(({ themeId }) => label.get(themeId) as string);
				expect(labels).toEqual(labels.toSorted());
				const byId = rows.toSorted((a, b) => a.paperId - b.paperId);
				expect(byId.map(({ paperId, themeId }) => ({ paperId, themeId }))).toEqual(left);
			}
			const label = new Map(themes.map((theme) => [theme.themeId, theme.label]));
			expect((await exported(arranged)).map(({ theme_id, theme }) => [theme_id, theme])).toEqual(
				found.map(({ themeId }) => [themeId, label.get(themeId)])
			);
			for (const theme of themes) {
				const { size, parts, terms } = await arranged.theme(theme.themeId);
				expect(size).toBe(found.filter(({ themeId }) => themeId === theme.themeId).length);
				expect(parts.reduce((sum, part) => sum + part.size, 0)).toBe(size);
				expect(terms.length).toBeGreaterThan(0);
			}
		}
		expect(merges).toBeGreaterThan(2);
	});

	/** The vectors of the papers as plain lists, one long each; none for papers without any. */
	async function units(): Promise<(number[] | null)[]> {
		const found: (number[] | null)[] = [];
		for (const file of at.dataset.manifest.files.filter(({ group }) => group === 'vectors')) {
			await at.host.attach(file);
			const catalog = catalogName('vectors', file.part);
			const { columns } = await at.host.query(
				`SELECT vector FROM ${catalog}.paper_vectors ORDER BY paper_id`
			);
			for (const bytes of columns.vector as Uint8Array[]) {
				const values = [...bytes].map((byte) => (byte > 127 ? byte - 256 : byte));
				const length = Math.hypot(...values);
				found.push(length === 0 ? null : values.map((value) => value / length));
			}
		}
		return found;
	}

	it('knows where the themes of any arrangement touch, as a plain computation over the vectors does', async () => {
		const random = randomSource(9);
		const vectors = await units();
		const cosine = (a: readonly number[], b: readonly number[]) =>
			a.reduce((sum, value, c) => sum + value * (b[c] as number), 0);
		let pairsSeen = 0;
		for (let round = 0; round < 4; round++) {
			// The first as published: the neighbours that the dataset states come from vectors that are not rounded.
			const arrangement = round === 0 ? publishedArrangement : randomArrangement(at.dataset.manifest, random);
			const { themes, themeOfLeaf } = arrangeThemes(at.dataset.manifest, arrangement);
			const arranged = at.queries.arranged(arrangement);
			const own = published.map(({ leaf_id }) => themeOfLeaf[leaf_id] as number);
			const centre = new Map(
				themes.map(({ themeId }) => {
					const held = vectors.filter((vector, paper) => vector && own[paper] === themeId) as number[][];
					const sum = (held[0] ?? []).map((_, c) =>
						held.reduce((all, vector) => all + (vector[c] as number), 0)
					);
					return [themeId, sum.map((value) => value / Math.hypot(...sum))];
				})
			);
			const pairs = new Map<string, number>();
			vectors.forEach((vector, paper) => {
				const ranked = themes
					.map(({ themeId }) => ({ themeId, near: vector ? cosine(vector, centre.get(themeId) ?? []) : 0 }))
					.sort((a, b) => b.near - a.near);
				const mine = ranked.find(({ themeId }) => themeId === own[paper]);
				const other = ranked.find(({ themeId }) => themeId !== own[paper]);
				if (!mine || !other || mine.near <= 0 || other.near < 0.9 * mine.near) return;
				const key = [mine.themeId, other.themeId].sort((a, b) => a - b).join();
				pairs.set(key, (pairs.get(key) ?? 0) + 1);
			});
			const found = await arranged.themePairs(noFilters, 10_000);
			const counted = new Map(found.map(({ first, second, papers }) => [`${first},${second}`, papers]));
			if (round > 0) expect(counted).toEqual(pairs);
			pairsSeen += found.length;
			const [theme] = themes;
			const near = await arranged.neighbours(theme?.themeId ?? -1);
			expect(near).toHaveLength(Math.min(5, themes.length - 1));
			for (const { themeId, similarity, between } of near) {
				const expected = cosine(centre.get(theme?.themeId ?? -1) ?? [], centre.get(themeId) ?? []);
				expect(Math.abs(similarity - expected)).toBeLessThan(round === 0 ? 0.02 : 1e-9);
				expect(between).toBe(counted.get([theme?.themeId ?? -1, themeId].sort((a, b) => a - b).join()) ?? 0);
			}
		}
		expect(pairsSeen).toBeGreaterThan(4);
	});

	it('says that a theme is not there when it is part of another', async () => {
		const [first] = at.dataset.manifest.themes;
		const one = at.queries.arranged({ cut: 1, merges: [], names: new Map() });
		await expect(one.theme(first?.themeId ?? 0)).rejects.toThrow(RangeError);
		await expect(one.neighbours(first?.themeId ?? 0)).rejects.toThrow(RangeError);
	});
});
