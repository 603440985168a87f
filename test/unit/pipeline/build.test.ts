import { describe, expect, it } from 'vitest';

import { bare } from '../../../src/lib/corpus/paper/record.ts';
import type { Paper } from '../../../src/lib/dataset/paper.ts';
import type { AnyBatch } from '../../../src/lib/dataset/rows.ts';
import { tables, type TableName } from '../../../src/lib/dataset/schema.ts';
import { buildDataset, EmptyCorpusError } from '../../../src/lib/pipeline/build.ts';
import { defaultOptions, type PipelineOptions } from '../../../src/lib/pipeline/options.ts';
import { createRandom } from '../../../src/lib/pipeline/random.ts';
import { groupCentres } from '../../../src/lib/views/pages/map/raster/group-centres.ts';
import { paperSource } from '../../support/paper-source.ts';

function paper(title: string, abstract: string, changes: Partial<Paper> = {}): Paper {
	return { ...bare(title, abstract), ...changes };
}

const subjects = [
	['wheat', 'soil', 'harvest', 'irrigation', 'crop rotation'],
	['galaxy', 'telescope', 'redshift', 'star cluster', 'dark matter'],
	['protein', 'enzyme', 'folding', 'amino acid', 'cell membrane']
];

/** Papers about farming, stars and proteins in turn. */
function papers(count: number): Paper[] {
	const random = createRandom(21);
	return Array.from({ length: count }, (_, i) => {
		const words = subjects[i % 3] as string[];
		const some = () => words[random.integer(words.length)] as string;
		const abstract = Array.from(
			{ length: 4 },
			() => `We show that ${some()} and ${some()} matter for ${some()}.`
		);
		return paper(`On ${some()} ${i}`, abstract.join(' '), {
			published: `20${10 + (i % 12)}-0${1 + (i % 9)}-01`,
			datePrecision: 'month',
			teamSize: i % 5 === 0 ? null : 1 + (i % 4)
		});
	});
}

async function build(all: readonly Paper[], changes: Partial<PipelineOptions> = {}) {
	const rows = new Map<TableName, Record<string, unknown>[]>();
	const { manifest, model } = await buildDataset(
		paperSource(all),
		{ pipeline: { ...defaultOptions, ...changes } },
		{
			async write(table, batch) {
				const { columns, length } = batch as unknown as AnyBatch;
				const kept = rows.get(table) ?? [];
				for (let i = 0; i < length; i++) {
					kept.push(Object.fromEntries(Object.keys(columns).map((name) => [name, columns[name]?.[i]])));
				}
				rows.set(table, kept);
			}
		}
	);
	return { manifest, model, rows: (table: TableName) => rows.get(table) ?? [] };
}

/** What holds for every dataset, whatever went in. */
async function expectSound(all: readonly Paper[], changes: Partial<PipelineOptions> = {}) {
	const built = await build(all, changes);
	const { manifest, rows } = built;
	const written = rows('papers');
	expect(written.map((row) => row.paper_id)).toEqual([...all.keys()]);
	const published = new Set(manifest.themes.map(({ themeId }) => themeId));
	expect(published.size).toBe(manifest.counts.themes);
	expect(manifest.themes.reduce((sum, theme) => sum + theme.papers, 0)).toBe(all.length);
	expect(manifest.overview.papers).toBe(all.length);
	expect(rows('cube').reduce((sum, row) => sum + (row.papers as number), 0)).toBe(all.length);
	const sizes = new Map(rows('themes').map((row) => [row.theme_id as number, row.size as number]));
	const leaves = new Set(rows('themes').flatMap((row) => (row.is_leaf === true ? [row.theme_id] : [])));
	for (const row of written) {
		expect(published.has(row.theme_id as number) && leaves.has(row.leaf_id)).toBe(true);
		for (const name of ['similarity', 'margin', 'x', 'y']) expect(Number.isFinite(row[name])).toBe(true);
		expect(row.second_theme_id === null).toBe(published.size === 1);
	}
	for (const { themeId, papers: size } of manifest.themes) expect(sizes.get(themeId)).toBe(size);
	for (const { name, rows: count } of manifest.tables) expect(rows(name as TableName)).toHaveLength(count);
	const labels = rows('themes').map((row) => row.label as string);
	expect(new Set(labels).size).toBe(labels.length);
	expect(labels.every((label) => label.length > 0)).toBe(true);
	expect(manifest.tables.map(({ name }) => name).sort()).toEqual(Object.keys(tables).sort());
	return built;
}

describe('buildDataset', () => {
	it('lists no files of keywords and affiliations where no paper has any', async () => {
		const all = papers(30);
		const groupsOf = async (some: readonly Paper[]) =>
			new Set((await build(some)).manifest.files.map(({ group }) => group));
		const without = await groupsOf(all);
		expect(without).toContain('authors');
		for (const group of ['keywords', 'affiliations'] as const) expect(without).not.toContain(group);
		const keywords = [{ keyword: 'soil', kind: 'author' }] as const;
		const named = await groupsOf(all.map((one, at) => (at === 7 ? { ...one, keywords } : one)));
		expect(named).toContain('keywords');
		expect(named).not.toContain('affiliations');
	});

	it.each([1, 2, 3, 10, 75])('is sound for %d papers', async (count) => {
		await expectSound(papers(count));
		await expectSound(papers(count), { themes: 4 });
	});

	it('says of each name how many papers of its node and how many others say it', async () => {
		const plain = (text: string) =>
			` ${(text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
				.map((word) => (/^.{2,}[^s]s$/.test(word) ? word.slice(0, -1) : word))
				.join(' ')} `;
		for (const changes of [{ themes: 3 }, { themes: 3, sampleSize: 40 }]) {
			const all = papers(120).map((one, i) => ({
				...one,
				title: `${one.title} Crop-Rotations`.slice(i % 2 ? 0 : 3)
			}));
			const { manifest, rows, model } = await expectSound(all, changes);
			const parents = manifest.tree.map(({ parentId }) => parentId);
			const isIn = (leaf: unknown, node: number) => {
				for (let id: number | null = leaf as number; id !== null; id = parents[id] ?? null)
					if (id === node) return true;
				return false;
			};
			let names = 0;
			for (const { themeId, label, names: own = [] } of manifest.tree) {
				expect(label.toLowerCase()).toContain(own[0]?.terms.join(', ').toLowerCase());
				expect(model.nodes[themeId]?.names).toEqual(own.map(({ terms }) => terms));
				for (const { terms, papers: inside, others } of own) {
					const saying = rows('papers').filter((row, i) =>
						terms.some((term) =>
							plain(`${row.title as string} . ${all[i]?.abstract ?? ''}`).includes(plain(term))
						)
					);
					const within = saying.filter((row) => isIn(row.leaf_id, themeId)).length;
					expect([inside, others]).toEqual([within, saying.length - within]);
					names++;
				}
			}
			expect(names).toBeGreaterThan(manifest.tree.length);
		}
	});

	it('finds the subjects of 90 papers', async () => {
		const { rows, manifest } = await expectSound(papers(90), { themes: 3 });
		const steps = (axis: string) => rows('papers').map((row) => Math.round(Number(row[axis]) * 65_535));
		const positions = {
			x: Uint16Array.from(steps('x')),
			y: Uint16Array.from(steps('y')),
			leaf: Uint16Array.from(rows('papers').map((row) => Number(row['theme_id'])))
		};
		const [centres] = groupCentres(positions, [{ groupOfLeaf: manifest.tree.map(({ themeId }) => themeId) }]);
		expect(centres).toHaveLength(3);
		for (const { id, x, y } of centres!) {
			const [across, up] = manifest.tree[id]!.centre!;
			expect(across).toBeCloseTo(x, 3);
			expect(up).toBeCloseTo(y, 3);
		}
		const themes = rows('papers').map((row) => row.theme_id);
		for (const [i, theme] of themes.entries()) expect(theme).toBe(themes[i % 3]);
		expect(new Set(themes).size).toBe(3);
		for (const [subject, words] of subjects.entries()) {
			const label = manifest.themes.find(({ themeId }) => themeId === themes[subject])?.label.toLowerCase();
			expect(words.some((word) => label?.includes(word))).toBe(true);
		}
	});

	it('counts the papers that state names, by what the names are of', async () => {
		const place = (country: string | null) => ({ organisation: 'Observatory of Test', country });
		const [first, second, ...others] = papers(12);
		if (!first || !second) throw new Error('no papers');
		const all = [
			{
				...first,
				authors: ['Ann Lee', 'Bo Li'],
				venue: 'Tests',
				affiliations: [place('Chile'), place('Peru')]
			},
			{ ...second, organisation: 'Observatory of Test', affiliations: [place(null)] },
			...others
		];
		const { manifest } = await expectSound(all);
		expect(manifest.named).toEqual({ organisation: 1, venue: 1, author: 1, keyword: 0, country: 1 });
		expect(manifest.alike).toEqual(['keyword']);
	});

	it('copes with identical abstracts, with none, and with stop words alone', async () => {
		await expectSound(Array.from({ length: 20 }, () => paper('Roots', 'Deep roots drink rain.')));
		const empty = await expectSound(Array.from({ length: 12 }, (_, i) => paper(`Roots ${i}`, '')));
		expect(empty.manifest.counts.withAbstract).toBe(0);
		const idle = await expectSound(
			Array.from({ length: 20 }, () => paper('of the', 'and this is it')),
			{ themes: 3 }
		);
		expect(idle.manifest.notices.join(' ')).toContain('stop words');
		expect(idle.manifest.themes[0]?.label).toBe('Mixed: no words in common');
	});

	it('copes with names of object properties and mark-up', async () => {
		const hostile = ['constructor', '__proto__', 'toString', '<b>hasOwnProperty</b>', '&lt;script&gt;'];
		await expectSound(
			Array.from({ length: 40 }, (_, i) =>
				paper(`${hostile[i % 5]} ${i}`, `${hostile[(i + 1) % 5]} and ${hostile[i % 5]}`)
			)
		);
	});

	it('puts papers without words into one theme and leaves the others their own', async () => {
		const { rows } = await expectSound([...papers(60), paper('of the', ''), paper('12 + 4', '')], {
			themes: 3
		});
		const [first, second] = rows('papers').slice(60);
		expect(first?.theme_id).toBe(second?.theme_id);
		expect([first?.similarity, second?.similarity]).toEqual([0, 0]);
	});

	it('has the host collect what the fit leaves behind once, before papers are assigned', async () => {
		const order: string[] = [];
		const note = (what: string) => order.at(-1) === what || order.push(what);
		await buildDataset(
			paperSource(papers(90)),
			{ pipeline: defaultOptions },
			{ write: async () => {} },
			{ onProgress: ({ stage }) => note(stage), collect: () => order.push('collect') }
		);
		expect(order.filter((what) => what === 'collect')).toHaveLength(1);
		expect(order.indexOf('collect')).toBe(order.indexOf('assign') - 1);
	});

	it('refuses a corpus without a paper', async () => {
		await expect(build([])).rejects.toBeInstanceOf(EmptyCorpusError);
	});

	it('gives the same manifest again, and another with another seed or option', async () => {
		const one = (await build(papers(60))).manifest;
		expect((await build(papers(60))).manifest).toEqual(one);
		expect((await build(papers(60), { seed: 7 })).manifest.fingerprint).not.toBe(one.fingerprint);
		expect((await build(papers(60), { k1: 1.5 })).manifest.fingerprint).not.toBe(one.fingerprint);
	});

	it('does not let a minority’s language make a theme', async () => {
		const french = ['le blé et le sol', 'la galaxie et le télescope', 'la protéine et l’enzyme'];
		const foreign = Array.from({ length: 12 }, (_, i) =>
			paper(
				`Sur ${french[i % 3]}`,
				`Nous montrons que ${french[i % 3]} sont dans cette étude avec ${subjects[i % 3]?.[i % 2]}.`
			)
		);
		const { rows } = await expectSound([...papers(120), ...foreign], { themes: 3 });
		const themes = rows('papers').map((row) => row.theme_id);
		for (const i of foreign.keys()) expect(themes[120 + i]).toBe(themes[i % 3]);
		for (const row of rows('theme_terms')) expect(row.term).not.toMatch(/nous|cette|étude|montrons/i);
	});
});
