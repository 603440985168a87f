import { createHash } from 'node:crypto';
import {
	appendFileSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { checksumsFile, verifyChecksums } from '../../../src/cli/dataset/checksums.ts';
import { startEngine } from '../../../src/cli/dataset/engine.ts';
import { openDataset, type OpenDataset } from '../../../src/cli/dataset/open.ts';
import { readManifest } from '../../../src/cli/dataset/read.ts';
import { verifyTables } from '../../../src/cli/dataset/verify-tables.ts';
import { writeDataset } from '../../../src/cli/dataset/write.ts';
import { allPapers } from '../../../src/lib/queries/sql/all-papers.ts';
import { catalogName } from '../../../src/lib/dataset/files.ts';
import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import { parseModel } from '../../../src/lib/pipeline/serialise.ts';
import { quoteText } from '../../../src/lib/queries/sql/quote.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { paperSource } from '../../support/paper-source.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const papers = generatePapers(400, 11);
const parent = mkdtempSync(join(tmpdir(), 'corpuscope-files-'));
const folder = join(parent, "it's a dataset");
const pipeline = { ...defaultOptions, themes: 4, components: 10, restarts: 1 };
let manifest: Manifest;

beforeAll(async () => {
	manifest = await writeDataset(paperSource(papers), { pipeline, partBytes: 20_000 }, folder, {});
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

async function withDataset<T>(path: string, use: (dataset: OpenDataset) => Promise<T>): Promise<T> {
	const dataset = await openDataset(path);
	try {
		return await use(dataset);
	} finally {
		dataset.close();
	}
}

async function copyOfDataset(): Promise<string> {
	const copy = join(temporaryFolder(), 'copy');
	await cp(folder, copy, { recursive: true });
	return copy;
}

/** Changes a file's rows by SQL and puts its new checksum into the list, as a careful forger would. */
async function forge(copy: string, ...changes: string[]): Promise<void> {
	const { connection, close } = await startEngine();
	const path = join(copy, 'dataset.duckdb');
	await connection.run(`ATTACH ${quoteText(path)} AS dataset`);
	for (const change of changes) await connection.run(change);
	await connection.run('CHECKPOINT dataset');
	close();
	const old = createHash('sha256')
		.update(readFileSync(join(folder, 'dataset.duckdb')))
		.digest('hex');
	const fresh = createHash('sha256').update(readFileSync(path)).digest('hex');
	const list = readFileSync(join(copy, checksumsFile), 'utf8');
	expect(list).toContain(old);
	writeFileSync(join(copy, checksumsFile), list.replace(old, fresh));
}

const untouched = new AbortController().signal;

describe('the files of a dataset', () => {
	it('is refused when another one takes its place while it is read', async () => {
		const copy = await copyOfDataset();
		await withDataset(copy, async (dataset) => {
			const texts = manifest.files.filter(({ group }) => group === 'texts');
			await dataset.attach(texts[0]!);
			await cp(join(copy, 'manifest.json'), join(copy, 'other'));
			renameSync(join(copy, 'other'), join(copy, 'manifest.json'));
			await expect(dataset.attach(texts[1]!)).rejects.toThrow(/was built anew while it was read/);
		});
	});

	it('are those of the manifest, with the model and the checksums, and nothing else', () => {
		const names = manifest.files.map(({ file }) => file);
		expect(names.filter((name) => name.startsWith('texts-')).length).toBeGreaterThan(3);
		expect(readdirSync(folder).sort()).toEqual([...names, checksumsFile, 'manifest.json', 'model'].sort());
		expect(readdirSync(parent)).toEqual(["it's a dataset"]);
		expect(readManifest(folder)).toEqual(JSON.parse(JSON.stringify(manifest)));
	});

	it('are small where the papers are few', () => {
		expect(statSync(join(folder, 'dataset.duckdb')).size).toBeLessThan(500_000);
	});

	it('hold the rows that the manifest sums up', async () => {
		expect(await verifyChecksums(folder)).toEqual([]);
		expect(await withDataset(folder, (dataset) => verifyTables(dataset, untouched))).toEqual([]);
	});

	it('hold the papers one after another, which read as one table', async () => {
		await withDataset(folder, async (dataset) => {
			const ids: unknown[] = [];
			const main = manifest.files.filter(({ group }) => group === 'dataset');
			expect(main.map(({ file }) => file)).toEqual(['dataset.duckdb', 'dataset-0001.duckdb']);
			for (const { group, part, first, last } of main) {
				const { columns } = await dataset.query(`SELECT paper_id FROM ${catalogName(group, part)}.papers`);
				const own = Array.from(columns.paper_id ?? []);
				expect([own[0], own.at(-1)]).toEqual([first, last]);
				ids.push(...own);
			}
			const { columns } = await dataset.query(`SELECT paper_id FROM ${allPapers}`);
			expect(Array.from(columns.paper_id ?? [])).toEqual(ids);
			expect(ids).toEqual(papers.map((_, paperId) => paperId));
		});
	});

	it('hold every text and every date as it was, in the part that the manifest says', async () => {
		await withDataset(folder, async (dataset) => {
			const found: unknown[] = [];
			for (const file of manifest.files.filter(({ group }) => group === 'texts')) {
				await dataset.attach(file);
				const { columns } = await dataset.query(
					`SELECT t.title, t.abstract, strftime(p.published, '%Y-%m-%d') AS published, p.team_size
					FROM ${catalogName(file.group, file.part)}.paper_texts t JOIN ${allPapers} p USING (paper_id)
					WHERE paper_id BETWEEN ${file.first} AND ${file.last} ORDER BY paper_id`
				);
				const { title, abstract, published, team_size } = columns;
				Array.from(title ?? [], (text, i) =>
					found.push([text, abstract?.[i], published?.[i], team_size?.[i]])
				);
			}
			expect(found).toEqual(
				papers.map(({ title, abstract, published, teamSize }) => [title, abstract, published, teamSize])
			);
		});
	});

	it('include the model, which can be read again', () => {
		const files = readdirSync(join(folder, 'model')).map((name): [string, Uint8Array] => [
			name,
			readFileSync(join(folder, 'model', name))
		]);
		const model = parseModel(new Map(files));
		expect(model.defaultThemes).toHaveLength(manifest.counts.themes);
	});

	it('exist for a group that no row went to', async () => {
		const nameless = papers.slice(0, 20).map((paper) => ({ ...paper, authors: [] }));
		const out = join(temporaryFolder(), 'out');
		const made = await writeDataset(paperSource(nameless), { pipeline }, out, {});
		const file = made.files.find(({ group }) => group === 'authors');
		await withDataset(out, async (dataset) => {
			if (file) await dataset.attach(file);
			const { columns } = await dataset.query(
				'SELECT count(*)::INTEGER AS n FROM authors_0000.paper_authors'
			);
			expect(columns.n?.[0]).toBe(0);
		});
	});
});

describe('verifying a dataset', () => {
	it('names files that were changed, lost or added', async () => {
		const copy = await copyOfDataset();
		appendFileSync(join(copy, 'texts-0001.duckdb'), 'x');
		rmSync(join(copy, 'model', 'model.json'));
		writeFileSync(join(copy, 'extra.txt'), '');
		expect((await verifyChecksums(copy)).sort()).toEqual([
			'extra.txt is not listed in checksums.sha256',
			'model/model.json is missing',
			'texts-0001.duckdb was changed after it was written'
		]);
		rmSync(join(copy, checksumsFile));
		expect(await verifyChecksums(copy)).toEqual(['checksums.sha256 is missing']);
	});

	it('sees a changed row and a lost one where the file checksums fit', async () => {
		const copy = await copyOfDataset();
		await forge(
			copy,
			'UPDATE dataset.papers SET team_size = 77 WHERE paper_id = 3',
			'DELETE FROM dataset.theme_terms WHERE rank = 1 AND theme_id = 0'
		);
		const problems = await withDataset(copy, (dataset) => verifyTables(dataset, untouched));
		const terms = manifest.tables.find(({ name }) => name === 'theme_terms')?.rows ?? 0;
		expect(problems).toEqual([
			'table papers has rows that were changed',
			`table theme_terms has ${terms - 1} rows instead of ${terms}`
		]);
	});

	it('sees a date that slipped by a day', async () => {
		const copy = await copyOfDataset();
		await forge(copy, `UPDATE dataset.cube SET period = period - 1 WHERE period IS NOT NULL`);
		expect(await withDataset(copy, (dataset) => verifyTables(dataset, untouched))).toEqual([
			'table cube has rows that were changed'
		]);
	});

	it('says what to do where there is no dataset, or one of another version, or a part is gone', async () => {
		expect(() => readManifest(parent)).toThrow(/has no manifest\.json\. Make one with/);
		const copy = await copyOfDataset();
		rmSync(join(copy, 'texts-0000.duckdb'));
		const texts = manifest.files.find(({ file }) => file === 'texts-0000.duckdb');
		await withDataset(copy, async (dataset) => {
			await expect(texts && dataset.attach(texts)).rejects.toThrow(/lacks its file texts-0000\.duckdb/);
		});
		writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, schemaVersion: '9.1' }));
		expect(() => readManifest(copy)).toThrow(/version 9\.1 .* this program reads/);
		writeFileSync(join(copy, 'manifest.json'), '{');
		expect(() => readManifest(copy)).toThrow(/is damaged/);
	});
});
