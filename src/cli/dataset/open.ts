import { existsSync, statSync } from 'node:fs';
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

/** What tells the manifest of a folder from the one that takes its place. */
function versionOf(folder: string): string {
	const stats = statSync(join(folder, 'manifest.json'), { throwIfNoEntry: false });
	return stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : '';
}

function hostOver(engine: Engine, folder: string, version: string): QueryHost {
	const attached = new Map<string, Promise<void>>();
	const attachSame = async (file: DatasetFile) => {
		await attachTo(engine, folder, file).catch((error: unknown) => {
			if (versionOf(folder) === version) throw error;
		});
		if (versionOf(folder) === version) return;
		throw new CommandError(`${folder} was built anew while it was read. Give the command again.`);
	};
	return {
		query: async (sql, signal) => {
			signal?.throwIfAborted();
			return queryOn(engine, sql);
		},
		execute: async (sql) => void (await engine.connection.run(sql)),
		attach: (file) => {
			const found = attached.get(file.file) ?? attachSame(file);
			attached.set(file.file, found);
			return found;
		}
	};
}

/**
 * Opens a dataset's folder with its main file attached.
 * @throws CommandError when it is none, lacks a file or has a broken one, or another takes its place before all files
 * that are asked for are attached
 */
export async function openDataset(folder: string): Promise<OpenDataset> {
	const version = versionOf(folder);
	const manifest = readManifest(folder);
	const engine = await startEngine();
	const host = hostOver(engine, folder, version);
	try {
		await attachMain(host, manifest);
	} catch (error) {
		engine.close();
		throw error;
	}
	return { ...host, manifest, engine, close: () => engine.close() };
}
