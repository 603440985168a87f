import { resolve } from 'node:path';

import type { CorpusOptions } from '../../lib/corpus/open.ts';
import type { PaperSource } from '../../lib/dataset/source.ts';
import { UsageError } from '../errors.ts';
import { expandInputs } from './expand.ts';
import { openFiles } from './open-files.ts';
import { spool } from './spool.ts';

/** Which files arguments stand for; `-` is standard input. */
async function pathsOf(inputs: readonly string[], signal: AbortSignal): Promise<string[]> {
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

/**
 * The corpus that arguments stand for: files, folders, globs, `-` for standard input.
 * @throws CommandError for an argument that stands for nothing
 */
export async function openInputs(
	inputs: readonly string[],
	options: CorpusOptions,
	signal: AbortSignal
): Promise<PaperSource> {
	return openFiles(await pathsOf(inputs, signal), options);
}
