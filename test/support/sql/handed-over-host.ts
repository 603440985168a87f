import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { WasmDatabase } from '../../../src/lib/database/wasm-database.ts';
import { gatherPapers } from '../../../src/lib/queries/sql/all-papers.ts';
import { catalogName, tablesOf } from '../../../src/lib/dataset/files.ts';
import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import type { AnyBatch } from '../../../src/lib/dataset/rows.ts';
import { arrowOf } from '../../../src/lib/archive/arrow-batch.ts';
import { startEh } from './eh-host.ts';
import { openNative } from './native-host.ts';

/** The page's engine with the rows of a dataset's folder handed over as the page's worker does, and no file. */
export async function openHandedOver(folder: string): Promise<WasmDatabase> {
	const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
	const source = await openNative(folder);
	const database = new WasmDatabase(await startEh(), () => Promise.reject(new Error('no file is there')));
	await database.start();
	for (const file of manifest.files) {
		await source.attach(file);
		await database.create(file.group, file.part);
		for (const table of tablesOf(file.group, file.part)) {
			const rows = await source.query(`SELECT * FROM ${catalogName(file.group, file.part)}.${table}`);
			await database.insert(table, file.part, arrowOf(table, rows as AnyBatch));
		}
	}
	await gatherPapers(database, manifest);
	await source.close();
	return database;
}
