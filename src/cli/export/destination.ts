import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';

import { cleanUpAtExit } from '../cleanups.ts';
import { CommandError } from '../errors.ts';
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
	const folder = dirname(path);
	if (!existsSync(folder))
		throw new CommandError(`--${option}: there is no folder ${folder}. Make it first.`);
	if (existsSync(path) && statSync(path).isDirectory()) {
		throw new CommandError(`--${option}: ${path} is a folder. Name a file.`);
	}
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
