import { resolve, join } from 'node:path';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';

import { UsageError } from '../errors.ts';
import { expandInputs } from './expand.ts';
import { temporaryFolder } from '../cleanups.ts';
import { pipe } from '../pipe.ts';

/** Whether a path can be read once only, as what a shell writes for `<(command)`. */
function isPipe(path: string): boolean {
	const stats = statSync(path, { throwIfNoEntry: false });
	return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/**
 * Keeps a stream in a temporary file, because a corpus is read twice. The file goes when the process ends.
 * @throws the signal's reason when cancelled
 */
export async function spool(stream: Readable, signal: AbortSignal, name = 'standard-input'): Promise<string> {
	const path = join(temporaryFolder().folder, name);
	await pipe(stream, createWriteStream(path), signal);
	return path;
}

/**
 * The files that arguments stand for: files, folders, globs, pipes, `-` for standard input. Each once.
 * @throws UsageError when standard input is named twice, CommandError for an argument that stands for nothing
 */
export async function inputPaths(inputs: readonly string[], signal: AbortSignal): Promise<string[]> {
	if (inputs.filter((input) => input === '-').length > 1) {
		throw new UsageError('Standard input (-) can be read once only.');
	}
	const paths: string[] = [];
	let pipes = 0;
	for (const input of inputs) {
		if (input === '-') paths.push(await spool(process.stdin, signal));
		else if (isPipe(input)) paths.push(await spool(createReadStream(input), signal, `pipe-${++pipes}`));
		else paths.push(...expandInputs([input]));
	}
	return [...new Map(paths.map((path) => [resolve(path), path])).values()];
}
