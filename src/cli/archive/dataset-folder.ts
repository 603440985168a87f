import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cleanUpAtExit } from '../cleanups.ts';
import { unpackArchive } from './unpack.ts';

/** Whether a path names a saved dataset rather than a folder. */
export const isArchive = (path: string) => existsSync(path) && statSync(path).isFile();

/**
 * The folder of a dataset: the path itself, or what a saved dataset is unpacked to, which goes when the process ends.
 * @throws CommandError when it is a file but no saved dataset
 */
export async function datasetFolder(path: string, signal: AbortSignal): Promise<string> {
	if (!isArchive(path)) return path;
	const folder = mkdtempSync(join(tmpdir(), 'corpuscope-'));
	cleanUpAtExit(() => rmSync(folder, { recursive: true, force: true }));
	await unpackArchive(path, folder, signal);
	return folder;
}
