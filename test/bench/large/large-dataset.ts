import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startEngine, type Engine } from '../../../src/cli/dataset/engine.ts';
import { attachToFill } from '../../../src/cli/dataset/sink.ts';
import { createTable } from '../../../src/lib/dataset/ddl.ts';
import { catalogName, fileName, tablesOf } from '../../../src/lib/dataset/files.ts';
import type { DatasetFile, Manifest } from '../../../src/lib/dataset/manifest.ts';
import { tables, type FileGroup, type TableName } from '../../../src/lib/dataset/schema.ts';
import { attachFile } from '../../../src/lib/engine/attach.ts';
import { cellsQuery, groupCells, readCells } from '../../../src/lib/queries/cells/cells.ts';
import { CellCounts } from '../../../src/lib/queries/cells/overview.ts';
import { noFilters } from '../../../src/lib/queries/filters/filters.ts';
import { arrangeThemes } from '../../../src/lib/themes/arrange.ts';
import { publishedArrangement } from '../../../src/lib/themes/arrangement.ts';
import { buildCommand } from '../build-command.ts';
import { writeZipfPapers } from '../zipf-papers.ts';
import { cellsOfPapers, granularity, rowsOfIndex, rowsOfPapers, sources } from './large-rows.ts';

/** Papers of a file, and postings of a file of the index. */
const perFile: Partial<Record<FileGroup, number>> = {
	dataset: 250_000,
	texts: 100_000,
	authors: 400_000,
	vectors: 400_000
};
const postingsPerFile = 4_000_000;

type Keys = Pick<DatasetFile, 'first' | 'last'>;
type Rows = (table: TableName) => string;

/**
 * Writes the files of a large dataset with an engine that holds the tables of its sources in the schema `src`. A file
 * that is there is left as it is, so that a run that was stopped goes on.
 */
class LargeWriter {
	readonly files: DatasetFile[] = [];
	readonly #engine: Engine;
	readonly #folder: string;

	constructor(engine: Engine, folder: string) {
		this.#engine = engine;
		this.#folder = folder;
	}

	async #file(group: FileGroup, part: number, keys: Keys, rows: Rows): Promise<void> {
		const [file, catalog] = [fileName(group, part), catalogName(group, part)];
		this.files.push({ file, group, part, ...keys });
		const path = join(this.#folder, file);
		if (existsSync(path)) return;
		const run = (sql: string) => this.#engine.connection.run(sql);
		rmSync(`${path}.new`, { force: true });
		await run(attachToFill(`${path}.new`, catalog));
		await run('BEGIN');
		for (const table of tablesOf(group, part)) {
			await run(createTable(table, catalog, true));
			await run(`INSERT INTO ${catalog}.${table} ${rows(table)}`);
		}
		await run('COMMIT');
		await run(`CHECKPOINT ${catalog}`);
		await run(`DETACH ${catalog}`);
		renameSync(`${path}.new`, path);
	}

	/** Writes a group that is cut by papers; `others` are its tables that are not about papers. */
	async papers(group: FileGroup, papers: number, others: Rows): Promise<void> {
		const size = perFile[group] ?? papers;
		for (let part = 0; part * size < papers; part++) {
			const [first, end] = [part * size, Math.min((part + 1) * size, papers)];
			await this.#file(group, part, { first, last: end - 1 }, (table) =>
				/^paper/.test(table)
					? rowsOfPapers(table, Object.keys(tables[table].columns), first, end)
					: others(table)
			);
		}
	}

	/** Writes the index, whole terms in each file. */
	async index(blocks: number): Promise<void> {
		const terms = await this.#engine.connection.runAndReadAll(
			'SELECT term_id, term, document_frequency FROM src.terms ORDER BY term_id'
		);
		let some: (readonly [id: number, term: string, papers: number])[] = [];
		const write = async (part: number) => {
			const [first, last] = [some[0]!, some.at(-1)!];
			const rows: Rows = (table) => rowsOfIndex(table as 'terms', [first[0], last[0]], blocks);
			await this.#file('search', part, { first: first[1], last: last[1] }, rows);
			some = [];
		};
		let part = 0;
		for (const [id, term, papers] of terms.getRows() as [number, string, number][]) {
			const postings = some.reduce((sum, [, , its]) => sum + its * blocks, papers * blocks);
			if (some.length > 0 && postings > postingsPerFile) await write(part++);
			some.push([id, term, papers]);
		}
		await write(part);
	}
}

/** Builds the sources, and copies their tables into an engine's schema `src`. */
async function readSources(engine: Engine, folder: string): Promise<Manifest> {
	const [file, dataset] = [join(folder, 'sources.jsonl'), join(folder, 'sources')];
	if (!existsSync(dataset)) {
		await writeZipfPapers(file, sources, 1, [30, 20]);
		await buildCommand(file, dataset, '40');
	}
	const manifest = JSON.parse(readFileSync(join(dataset, 'manifest.json'), 'utf8')) as Manifest;
	if (manifest.counts.papers !== sources) throw new Error(`${manifest.counts.papers} of ${sources} papers`);
	const run = (sql: string) => engine.connection.run(sql);
	await run('CREATE SCHEMA src');
	for (const part of manifest.files) {
		await run(attachFile(part, join(dataset, part.file)));
		for (const table of tablesOf(part.group, part.part)) {
			await run(
				`CREATE TABLE IF NOT EXISTS src.${table} AS FROM ${catalogName(part.group, part.part)}.${table} LIMIT 0`
			);
			await run(`INSERT INTO src.${table} FROM ${catalogName(part.group, part.part)}.${table}`);
		}
		await run(`DETACH ${catalogName(part.group, part.part)}`);
	}
	return manifest;
}

/** The manifest of papers that are every source so many times. Its checksums are the sources': nothing verifies it. */
function manifestOf(source: Manifest, blocks: number, files: DatasetFile[]): Manifest {
	const times = <T extends { papers: number }>(one: T): T => ({ ...one, papers: one.papers * blocks });
	const counts = Object.entries(source.counts).map(([name, count]) => [
		name,
		count === null || ['themes', 'leaves', 'sampled'].includes(name) ? count : count * blocks
	]);
	return {
		...source,
		title: `${sources * blocks} generated papers`,
		fingerprint: createHash('sha256').update(`large ${blocks}`).digest('hex').slice(0, 16),
		counts: Object.fromEntries(counts) as Manifest['counts'],
		tables: source.tables.map((table) =>
			/^paper|^postings$|^repeats$/.test(table.name) ? { ...table, rows: table.rows * blocks } : table
		),
		inputs: source.inputs.map((input) => ({ ...input, records: sources * blocks, papers: sources * blocks })),
		span: { first: '2015-01-01', last: '2024-12-31' },
		years: { first: 2015, last: 2024 },
		granularity,
		themes: source.themes.map(times),
		tree: source.tree.map(times),
		files
	};
}

/** What the cube says of all papers. */
async function overviewOf({ connection }: Engine, folder: string, manifest: Manifest) {
	const [main] = manifest.files as [DatasetFile];
	await connection.run(attachFile(main, join(folder, main.file)));
	const reader = await connection.runAndReadAll(cellsQuery(null, granularity).sql);
	const cells = readCells({
		columns: Object.fromEntries(
			reader.columnNames().map((name, at) => [name, reader.getColumns()[at] ?? []])
		),
		length: reader.currentRowCount
	});
	const { themeOfLeaf } = arrangeThemes(manifest, publishedArrangement);
	return new CellCounts(groupCells(cells, themeOfLeaf)).overview(granularity, noFilters, granularity);
}

/**
 * Makes a dataset of many papers below a folder, unless it is there: 5,000 generated papers are built, and all others
 * drawn from them by DuckDB alone, with their words, themes and authors, but dates, citations and places of their own.
 * Always the same for a number of papers.
 * @param papers a multiple of 5,000
 */
export async function largeDataset(below: string, papers: number): Promise<string> {
	const folder = join(below, `large-${papers}`);
	if (existsSync(folder)) return folder;
	const work = `${folder}.work`;
	const fresh = join(work, 'dataset');
	mkdirSync(fresh, { recursive: true });
	const engine = await startEngine();
	const blocks = papers / sources;
	try {
		await engine.connection.run(`SET memory_limit = '3GB'; SET temp_directory = '${join(work, 'temp')}'`);
		const source = await readSources(engine, below);
		const writer = new LargeWriter(engine, fresh);
		const others: Rows = (table) => {
			if (table === 'cube') return cellsOfPapers(papers);
			return table === 'themes'
				? `SELECT * REPLACE (size * ${blocks} AS size) FROM src.themes ORDER BY theme_id`
				: `FROM src.${table}`;
		};
		for (const group of ['dataset', 'texts', 'authors', 'vectors'] as const)
			await writer.papers(group, papers, others);
		await writer.index(blocks);
		const manifest = manifestOf(source, blocks, writer.files);
		const overview = await overviewOf(engine, fresh, manifest);
		writeFileSync(join(fresh, 'manifest.json'), JSON.stringify({ ...manifest, overview }));
		renameSync(fresh, folder);
		rmSync(work, { recursive: true, force: true });
	} finally {
		engine.close();
	}
	return folder;
}
