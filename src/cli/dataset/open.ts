import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { asError } from '../../lib/base/as-error.ts';
import { attachMain } from '../../lib/queries/sql/all-papers.ts';
import { attachFile } from '../../lib/engine/attach.ts';
import type { DatasetFile, Manifest } from '../../lib/dataset/manifest.ts';
import type { QueryHost, ResultTable } from '../../lib/engine/query-host.ts';
import { CommandError } from '../errors.ts';
import { fromDuckDb } from './chunks.ts';
import { startEngine, type Engine } from './engine.ts';
import { readManifest } from './read.ts';

/** A dataset's folder under native DuckDB; files are attached, for reading, when they are wanted. */
export interface OpenDataset extends QueryHost {
	readonly manifest: Manifest;
	readonly engine: Engine;
	close(): void;
}

async function attachTo(engine: Engine, folder: string, file: DatasetFile): Promise<void> {
	const path = join(folder, file.file);
	if (!existsSync(path)) {
		throw new CommandError(
			`${folder} lacks its file ${file.file}. Copy the folder whole, or build it again.`
		);
	}
	try {
		await engine.connection.run(attachFile(file, path));
	} catch (error) {
		const reason = asError(error).message;
		throw new CommandError(`${path} cannot be read (${reason}). Copy the folder whole, or build it again.`);
	}
}

async function queryOn(engine: Engine, sql: string): Promise<ResultTable> {
	const reader = await engine.connection.runAndReadAll(sql);
	const names = reader.columnNames();
	const columns = reader.getColumns().map((values) => values.map(fromDuckDb));
	return {
		columns: Object.fromEntries(names.map((name, index) => [name, columns[index] ?? []])),
		length: reader.currentRowCount
	};
}

function hostOver(engine: Engine, folder: string): QueryHost {
	const attached = new Map<string, Promise<void>>();
	return {
		query: async (sql, signal) => {
			signal?.throwIfAborted();
			return queryOn(engine, sql);
		},
		execute: async (sql) => void (await engine.connection.run(sql)),
		attach: (file) => {
			const found = attached.get(file.file) ?? attachTo(engine, folder, file);
			attached.set(file.file, found);
			return found;
		}
	};
}

/**
 * Opens a dataset's folder with its main file attached.
 * @throws CommandError when it is none, or lacks a file or has a broken one
 */
export async function openDataset(folder: string): Promise<OpenDataset> {
	const manifest = readManifest(folder);
	const engine = await startEngine();
	const host = hostOver(engine, folder);
	try {
		await attachMain(host, manifest);
	} catch (error) {
		engine.close();
		throw error;
	}
	return { ...host, manifest, engine, close: () => engine.close() };
}
