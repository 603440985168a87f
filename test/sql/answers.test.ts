import { beforeAll, describe, expect, it } from 'vitest';

import type { ExportRow } from '../../src/lib/dataset/export-row.ts';
import { run } from '../../src/lib/engine/query-host.ts';
import type { ExportSelection } from '../../src/lib/queries/paper-queries.ts';
import { noFilters, type Filters } from '../../src/lib/queries/filters/filters.ts';
import { vectorsQuery } from '../../src/lib/queries/themes/vectors.ts';
import { hostileTexts } from '../support/generate-papers.ts';
import { coarseDataset, rejections } from '../support/sql/datasets.ts';
import { allEngines, opened } from '../support/sql/engines.ts';
import { RandomFilters } from '../support/sql/random-filters.ts';
import type { KnownPaper } from '../support/sql/reference.ts';
import { firstOf, suggestions } from '../support/sql/suggestions.ts';

const stated = ({ published, datePrecision }: KnownPaper) =>
	published?.slice(0, { day: 10, month: 7, year: 4 }[datePrecision ?? 'day']) ?? null;

describe.each(allEngines)('in %s', (_, open) => {
	const at = opened(() => coarseDataset('quarter'), open);
	let random: RandomFilters;
	beforeAll(() => {
		random = new RandomFilters(3, at.reference.papers, at.dataset.manifest);
	});

	it('has files in several parts, so that their borders are crossed', () => {
		const parts = (group: string) => at.dataset.manifest.files.filter((file) => file.group === group).length;
		expect(parts('texts')).toBeGreaterThan(3);
		expect(parts('authors')).toBeGreaterThan(1);
		expect(parts('search')).toBeGreaterThan(1);
	});

	it('gives back everything that was known of a paper, hostile texts included', async () => {
		const isHostile = ({ title, authors }: KnownPaper) =>
			hostileTexts.some((text) => title.includes(text) || authors.includes(text));
		const chosen = at.reference.papers.filter((paper) => isHostile(paper) || paper.paperId % 97 === 0);
		expect(chosen.length).toBeGreaterThan(15);
		for (const paper of chosen) {
			const known = Object.entries({ ...paper, published: stated(paper) }).filter(
				([name]) => name !== 'stems'
			);
			expect(await at.queries.paper(paper.paperId)).toMatchObject(Object.fromEntries(known));
		}
		await expect(at.queries.paper(at.dataset.papers.length)).rejects.toThrow(RangeError);
	});

	it('finds papers by every hostile name', async () => {
		for (const text of hostileTexts) {
			const filters = { ...noFilters, authors: [text] };
			const expected = at.reference.left(filters);
			expect(await at.queries.count(filters)).toBe(expected.length);
			const search = { ...noFilters, query: text };
			expect(await at.queries.count(search)).toBe(at.reference.left(search).length);
		}
		expect(at.reference.left({ ...noFilters, authors: [...hostileTexts] }).length).toBeGreaterThan(5);
	});

	it('takes a search for stop words only, the corpus’s own included, for none', async () => {
		const query = 'the of banned';
		expect(await at.queries.count({ ...noFilters, query })).toBe(at.dataset.papers.length);
	});

	it('gives the stems that a search for a text asks for, in its order', async () => {
		const texts = ['running models', 'the banned', '"KV cache"'];
		expect(await at.queries.stemsOf(texts)).toEqual([['run', 'model'], [], ['kv', 'cach']]);
	});

	it('finds the nearest papers by the exact cosine of the stored vectors', async () => {
		const vectors = new Map<number, readonly number[]>();
		for (const file of at.dataset.manifest.files.filter(({ group }) => group === 'vectors')) {
			await at.host.attach(file);
			for (const { paperId, vector } of await run(at.host, vectorsQuery(file.part))) {
				vectors.set(paperId, [...new Int8Array(vector)]);
			}
		}
		const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
		for (const paperId of [0, 1, 123, 599]) {
			const own = vectors.get(paperId)!;
			const all = [...vectors]
				.filter(([id, other]) => id !== paperId && dot(other, other) > 0)
				.map(([id, other]) => ({
					id,
					cosine: dot(own, other) / (Math.sqrt(dot(own, own)) * Math.sqrt(dot(other, other)))
				}))
				.sort((a, b) => b.cosine - a.cosine || a.id - b.id)
				.slice(0, 12);
			const found = await at.queries.nearest(paperId, 12);
			expect(found.map((paper) => paper.paperId)).toEqual(all.map(({ id }) => id));
			found.forEach(({ similarity }, i) => expect(similarity).toBeCloseTo(all[i]!.cosine, 12));
		}
	});

	it.each(['organisation', 'venue', 'author', 'keyword', 'country'] as const)(
		'suggests values of %s',
		async (dimension) => {
			for (const text of [
				'',
				'lab',
				'ELAN',
				'élan',
				'co',
				'%',
				'_',
				'\\',
				"'",
				'nul \0',
				'É',
				'ｌａｂ',
				'nobody'
			]) {
				const expected = firstOf(suggestions(at.reference.papers, dimension, text), 20);
				expect(await at.queries.suggest(dimension, text, 20), JSON.stringify(text)).toEqual(expected);
			}
		}
	);

	const distinct = (values: readonly (string | null)[]) =>
		[...new Set(values.filter((value) => value !== null))].join('; ');
	const joined = ({ keywords }: KnownPaper, kind: string) =>
		distinct(keywords.filter((one) => one.kind === kind).map(({ keyword }) => keyword));

	const exported = (paper: KnownPaper): Partial<ExportRow> => ({
		paper_id: paper.paperId,
		source_id: paper.sourceId,
		doi: paper.doi,
		title: paper.title,
		abstract: paper.abstract,
		authors: paper.authors.join('; '),
		keywords: joined(paper, 'author'),
		index_keywords: joined(paper, 'index'),
		organisations: distinct(paper.affiliations.map(({ organisation }) => organisation)),
		countries: distinct(paper.affiliations.map(({ country }) => country)),
		team_size: paper.teamSize,
		published: stated(paper),
		date_precision: paper.datePrecision,
		organisation: paper.organisation,
		venue: paper.venue,
		url: paper.url ?? (paper.doi === null ? null : `https://doi.org/${paper.doi}`),
		type: paper.type,
		language: paper.language,
		volume: paper.volume,
		issue: paper.issue,
		pages: paper.pages,
		comments: paper.comments,
		upvotes: paper.upvotes,
		citations: paper.citations,
		references: paper.references,
		theme_id: paper.themeId,
		theme: at.dataset.manifest.themes.find(({ themeId }) => themeId === paper.themeId)!.label,
		similarity: paper.similarity
	});

	async function exportAll(which: ExportSelection): Promise<ExportRow[]> {
		const rows: ExportRow[] = [];
		for await (const batch of at.queries.exportRows(which)) rows.push(...batch);
		return rows;
	}

	it('exports what the filters leave, whole and in order, also while others ask', async () => {
		for (let round = 0; round < 8; round++) {
			const filters = round === 0 ? noFilters : random.next(round % 2 === 0);
			const rows: ExportRow[] = [];
			for await (const batch of at.queries.exportRows({ filters })) {
				rows.push(...batch);
				// More searches than are kept ready, so that the export's own would be dropped if it were not in use.
				for (let other = 0; other < 6; other++)
					await at.queries.count({ ...noFilters, query: `ba${other} cor` });
			}
			const expected = at.reference.left(filters).map(exported);
			expect(rows).toHaveLength(expected.length);
			rows.forEach((row, i) => expect(row).toMatchObject(expected[i]!));
		}
	});

	it('exports a list of papers in the order of their ids, each once', async () => {
		const rows = await exportAll({ paperIds: [599, 3, 3, 250, 10_000] });
		expect(rows.map(({ paper_id }) => paper_id)).toEqual([3, 250, 599]);
		expect(await exportAll({ paperIds: [] })).toEqual([]);
	});

	it('gives papers by id in the order of the list', async () => {
		const rows = await at.queries.papersById([599, 3, 70_000, -1, 250]);
		expect(rows.map(({ paperId }) => paperId)).toEqual([599, 3, 250]);
	});

	it('answers many searches at once, more than it keeps', async () => {
		const asked = Array.from({ length: 12 }, () => random.next(true));
		const counts = await Promise.all(asked.map((filters) => at.queries.overview(filters, 'year')));
		expect(counts).toEqual(asked.map((filters) => at.reference.overview(filters, 'year')));
	});

	it('gives the rows that a brush leaves as they are as the same object, so that their charts can stay', async () => {
		const by = (patch: Partial<Filters>) => at.queries.overview({ ...noFilters, ...patch }, 'year');
		const year = (of: number) => ({ range: { from: `${of}-01-01`, to: `${of}-12-31` }, unknown: false });
		const [one, other] = [await by({ date: year(2020) }), await by({ date: year(2021) })];
		expect(other.teamByTheme).not.toEqual(one.teamByTheme);
		expect(other.trend).toBe(one.trend);
		expect(other.teamOverTime).toBe(one.teamOverTime);
		const large = await by({ date: year(2021), team: { range: { from: 4, to: null }, unknown: false } });
		expect(large.trend).not.toEqual(other.trend);
		expect(large.teamOverTime).not.toEqual(other.teamOverTime);
		expect(large.teamByTheme).toBe(other.teamByTheme);
	});

	it('describes themes, the curve and rejections', async () => {
		for (const { themeId, label, papers, terms } of at.dataset.manifest.themes) {
			const theme = await at.queries.theme(themeId);
			expect(theme).toMatchObject({ themeId, label, size: papers });
			expect(theme.terms.slice(0, terms.length).map(({ term }) => term)).toEqual(terms);
			expect(theme.representatives.length).toBeGreaterThan(0);
			expect(theme.representatives.every((paper) => paper.themeId === themeId)).toBe(true);
			const typical = (await at.queries.typicalTitles()).find((one) => one.themeId === themeId);
			expect(typical?.title).toBe(theme.representatives[0]?.title);
			const neighbours = await at.queries.neighbours(themeId);
			const similarities = neighbours.map(({ similarity }) => similarity);
			expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
			expect(neighbours.some((neighbour) => neighbour.themeId === themeId)).toBe(false);
		}
		await expect(at.queries.theme(32_000)).rejects.toThrow(RangeError);
		const curve = await at.queries.curve();
		expect(curve.filter(({ chosen }) => chosen).map(({ k }) => k)).toEqual([
			at.dataset.manifest.counts.themes
		]);
		expect(await at.queries.rejections(0, 9)).toEqual([rejections[2], rejections[1], rejections[0]]);
		expect(await at.queries.rejections(1, 1)).toEqual([rejections[1]]);
	});

	it('knows the leaves that each theme is made of', async () => {
		const papersOf = new Map<string, number>();
		for await (const rows of at.queries.exportRows({ filters: noFilters })) {
			for (const { theme_id, leaf_id } of rows) {
				const key = `${theme_id} ${leaf_id}`;
				papersOf.set(key, (papersOf.get(key) ?? 0) + 1);
			}
		}
		const told = new Map<string, number>();
		for (const { themeId } of at.dataset.manifest.themes) {
			const { parts } = await at.queries.theme(themeId);
			for (const part of parts.filter(({ size }) => size > 0))
				told.set(`${themeId} ${part.themeId}`, part.size);
			const sizes = parts.map(({ size }) => size);
			expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
			expect(parts.every(({ label }) => label !== '')).toBe(true);
		}
		expect(told).toEqual(papersOf);
	});

	it('refuses periods finer than the dataset counts by, and queries that are too long', async () => {
		expect(at.dataset.manifest.granularity).toBe('quarter');
		await expect(at.queries.overview(noFilters, 'quarter')).resolves.toMatchObject({ unit: 'quarter' });
		await expect(at.queries.overview(noFilters, 'month')).rejects.toThrow(RangeError);
		const organisations = Array.from({ length: 3000 }, (_value, i) => `organisation ${i}`);
		await expect(at.queries.count({ ...noFilters, organisations })).rejects.toThrow(RangeError);
		expect(await at.queries.count(noFilters)).toBe(600);
	});

	it('leaves with the signal’s reason', async () => {
		const signal = AbortSignal.abort(new Error('no longer wanted'));
		await expect(at.queries.overview(noFilters, 'year', signal)).rejects.toThrow('no longer wanted');
		await expect(at.queries.paper(0, signal)).rejects.toThrow('no longer wanted');
	});
});
