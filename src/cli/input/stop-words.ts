import { existsSync, readFileSync } from 'node:fs';

import { wordList } from '../../lib/dataset/word-list.ts';
import { CommandError } from '../errors.ts';

/**
 * The words of a stop-word file.
 * @throws CommandError when there is no such file
 */
export function readStopWords(path: string): string[] {
	if (!existsSync(path)) throw new CommandError(`--stop-words: there is no file ${path}.`);
	return wordList(readFileSync(path, 'utf8'));
}
