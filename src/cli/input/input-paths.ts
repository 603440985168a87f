import { resolve } from 'node:path';

import { UsageError } from '../errors.ts';
import { expandInputs } from './expand.ts';
import { spool } from './spool.ts';

/**
 * The files that arguments stand for: files, folders, globs, `-` for standard input. Each once.
 * @throws UsageError when standard input is named twice, CommandError for an argument that stands for nothing
 */
export async function inputPaths(inputs: readonly string[], signal: AbortSignal): Promise<string[]> {
	if (inputs.filter((input) => input === '-').length > 1) {
		throw new UsageError('Standard input (-) can be read once only.');
	}
	const paths: string[] = [];
	for (const input of inputs) {
		if (input === '-') paths.push(await spool(process.stdin, signal));
		else paths.push(...expandInputs([input]));
	}
	return [...new Map(paths.map((path) => [resolve(path), path])).values()];
}
