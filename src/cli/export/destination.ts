import { createWriteStream, existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';

import { removeAtExit } from '../cleanups.ts';
import { requireFilePlace } from '../output-place.ts';
import { pipe } from '../pipe.ts';

/**
 * Has a file written beside its place and moved there when it is complete. Through a link goes what it leads to; a
 * pipe or a device is written to as it is.
 * @throws CommandError when its folder does not exist, or a folder stands in its place
 */
export async function writeWhole(
	path: string,
	write: (temporary: string) => Promise<void>,
	option = 'out'
): Promise<void> {
	requireFilePlace(path, option);
	const place = existsSync(path) ? realpathSync(path) : path;
	if (existsSync(place) && !statSync(place).isFile()) return write(place);
	const temporary = `${place}.tmp-${process.pid}`;
	const clean = () => rmSync(temporary, { force: true });
	const settled = removeAtExit(temporary);
	try {
		await write(temporary);
		renameSync(temporary, place);
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
	const rows = bytes[Symbol.asyncIterator]();
	try {
		const source = Readable.from({ [Symbol.asyncIterator]: () => rows });
		if (path === undefined) await pipe(source, process.stdout, signal);
		else await writeWhole(path, (temporary) => pipe(source, createWriteStream(temporary), signal));
	} finally {
		// Whatever the rows come from may be closed next: it must have answered what was asked of it.
		await rows.return?.();
	}
}
