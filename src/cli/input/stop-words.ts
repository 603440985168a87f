import { existsSync, readFileSync } from 'node:fs';

import { CommandError } from '../errors.ts';

/**
 * The words of a stop-word file: parted by spaces or line ends, `#` begins a comment. In code-unit order, each once,
 * so that two files with the same words give the same dataset.
 * @throws CommandError when there is no such file
 */
export function readStopWords(path: string): string[] {
	if (!existsSync(path)) throw new CommandError(`--stop-words: there is no file ${path}.`);
	const words = readFileSync(path, 'utf8')
		.replace(/^\uFEFF/, '')
		.replace(/#.*$/gm, '')
		.toLowerCase()
		.split(/\s+/u)
		.filter((word) => word !== '');
	return [...new Set(words)].sort();
}
