import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { QueryError, WasmDatabase } from '../../src/lib/database/wasm-database.ts';
import { attachMain } from '../../src/lib/queries/sql/all-papers.ts';
import type { DatasetFile } from '../../src/lib/dataset/manifest.ts';
import { DatasetQueries } from '../../src/lib/queries/dataset-queries.ts';
import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { embeddedDataset, type TestDataset } from '../support/sql/datasets.ts';
import { startEh } from '../support/sql/eh-host.ts';

describe('the page’s engine', () => {
	let dataset: TestDataset;
	let database: WasmDatabase;
	let main: DatasetFile;
	let broken = '';
	const loaded: string[] = [];

	beforeAll(async () => {
		dataset = await embeddedDataset();
		main = dataset.manifest.files.find(({ group }) => group === 'dataset')!;
		database = new WasmDatabase(await startEh(), ({ file }) => {
			loaded.push(file);
			return file === broken ? Promise.reject(new Error('offline')) : readFile(join(dataset.folder, file));
		});
		await database.start();
		await attachMain(database, dataset.manifest);
	});
	afterAll(() => database.close());

	async function loadedExtensions(): Promise<unknown[]> {
		const sql = 'SELECT extension_name AS name FROM duckdb_extensions() WHERE loaded';
		return Array.from((await database.query(sql)).columns.name!);
	}

	it('can fetch nothing by itself: what needs an extension fails at once', async () => {
		const { columns } = await database.query(
			`SELECT current_setting('autoload_known_extensions') AS load, ` +
				`current_setting('autoinstall_known_extensions') AS install`
		);
		expect([columns.load![0], columns.install![0]]).toEqual([false, false]);
		for (const sql of [`SELECT * FROM read_parquet('x.parquet')`, `SELECT * FROM read_json('x.json')`]) {
			await expect(database.query(sql)).rejects.toThrow(QueryError);
		}
		expect(await loadedExtensions()).toEqual(['core_functions']);
	});

	it('loads a file once however often it is asked for, and only when it is needed', async () => {
		const queries = new DatasetQueries(database, dataset.manifest);
		expect(loaded).toEqual([main.file]);
		await queries.overview(noFilters, 'year');
		expect(loaded).toEqual([main.file]);
		await Promise.all([queries.paper(0), queries.paper(1), queries.paper(74)]);
		// None of the embedded papers states an affiliation or a keyword.
		const details = ['authors', 'texts'].map((group) => `${group}-0000.duckdb`);
		expect(loaded.toSorted()).toEqual([...details, main.file].toSorted());
	});

	it('tries a file again that could not be had', async () => {
		const queries = new DatasetQueries(database, dataset.manifest);
		broken = 'search-0000.duckdb';
		const filters = { ...noFilters, query: 'reasoning' };
		await expect(queries.count(filters)).rejects.toThrow('offline');
		await expect(queries.nearest(0, 3)).resolves.toHaveLength(3);
		broken = '';
		expect(await queries.count(filters)).toBeGreaterThan(0);
	});

	it('says which statement failed and goes on', async () => {
		const failure = await database.query('SELECT nothing').catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(QueryError);
		expect(failure).toMatchObject({ sql: 'SELECT nothing', cause: expect.any(Error) });
		await expect(database.query('SELECT 1::BIGINT AS big')).rejects.toThrow('64-bit');
		expect((await database.query('SELECT 1 AS one')).columns.one![0]).toBe(1);
	});

	it('never begins what is called off while it waits', async () => {
		const controller = new AbortController();
		const first = database.execute('CREATE TEMP TABLE waited AS SELECT 1 AS x');
		const second = database.query('SELECT x FROM waited', controller.signal);
		controller.abort(new Error('a newer one came'));
		await expect(second).rejects.toThrow('a newer one came');
		await first;
		expect((await database.query('SELECT x FROM waited')).length).toBe(1);
	});

	it('reads nulls as null, not as what a typed array holds at their place', async () => {
		const sql = 'SELECT * FROM (VALUES (7, 1.5::DOUBLE), (NULL, NULL), (9, 2)) t(a, b)';
		const { columns } = await database.query(sql);
		expect(Array.from(columns.a!)).toEqual([7, null, 9]);
		expect(Array.from(columns.b!)).toEqual([1.5, null, 2]);
	});
});
