import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';

import { cleanUpAtExit } from '../cleanups.ts';
import { requireFilePlace } from '../output-place.ts';
import { pipe } from '../pipe.ts';

/**
 * Has a file written beside its place and moved there when it is complete.
 * @throws CommandError when its folder does not exist, or a folder stands in its place
 */
export async function writeWhole(
	path: string,
	write: (temporary: string) => Promise<void>,
	option = 'out'
): Promise<void> {
	requireFilePlace(path, option);
	const temporary = `${path}.tmp-${process.pid}`;
	const clean = () => rmSync(temporary, { force: true });
	const settled = cleanUpAtExit(clean);
	try {
		await write(temporary);
		renameSync(temporary, path);
	} finally {
		clean();
		settled();
	}
}

/** Writes bytes to a file, or to standard output when there is no path. */
export async function writeBytes(
	bytes: AsyncIterable<Uint8Array>,
	path: string | undefined,
	signal: AbortSignal
): Promise<void> {
	const source = Readable.from(bytes);
	if (path === undefined) await pipe(source, process.stdout, signal);
	else await writeWhole(path, (temporary) => pipe(source, createWriteStream(temporary), signal));
}
