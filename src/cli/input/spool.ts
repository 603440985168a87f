import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

import { cleanUpAtExit } from '../cleanups.ts';
import { pipe } from '../pipe.ts';

/**
 * Keeps a stream in a temporary file, because a corpus is read twice. The file goes when the process ends.
 * @throws the signal's reason when cancelled
 */
export async function spool(stream: Readable, signal: AbortSignal): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'corpuscope-'));
	cleanUpAtExit(() => rmSync(folder, { recursive: true, force: true }));
	const path = join(folder, 'standard-input');
	await pipe(stream, createWriteStream(path), signal);
	return path;
}
