import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { catalogName } from '../../lib/dataset/files.ts';
import type { DatasetFile, Manifest } from '../../lib/dataset/manifest.ts';
import type { FileGroup } from '../../lib/dataset/schema.ts';
import { CommandError } from '../errors.ts';
import { literal, startEngine, type Engine } from './engine.ts';
import { readManifest } from './read.ts';

/** A dataset's folder under DuckDB, each file attached for reading under its catalog name. */
export interface OpenDataset {
	readonly manifest: Manifest;
	readonly engine: Engine;
	close(): void;
}

async function attach(engine: Engine, folder: string, { file, group, part }: DatasetFile): Promise<void> {
	const path = join(folder, file);
	if (!existsSync(path)) {
		throw new CommandError(`${folder} lacks its file ${file}. Copy the folder whole, or build it again.`);
	}
	try {
		await engine.connection.run(`ATTACH ${literal(path)} AS "${catalogName(group, part)}" (READ_ONLY)`);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new CommandError(`${path} cannot be read (${reason}). Copy the folder whole, or build it again.`);
	}
}

/**
 * Opens a dataset's folder.
 * @throws CommandError when it is none, or lacks a file or has a broken one
 */
export async function openDataset(folder: string, groups?: readonly FileGroup[]): Promise<OpenDataset> {
	const manifest = readManifest(folder);
	const engine = await startEngine();
	try {
		for (const file of manifest.files) {
			if (!groups || groups.includes(file.group)) await attach(engine, folder, file);
		}
	} catch (error) {
		engine.close();
		throw error;
	}
	return { manifest, engine, close: () => engine.close() };
}
