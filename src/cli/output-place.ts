import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { CommandError } from './errors.ts';

/**
 * Makes sure that a file can be written at a path.
 * @param option the option that names it
 * @throws CommandError when its folder does not exist, or a folder stands in its place
 */
export function requireFilePlace(path: string, option = 'out'): void {
	const folder = dirname(path);
	if (!existsSync(folder))
		throw new CommandError(`--${option}: there is no folder ${folder}. Make it first.`);
	if (existsSync(path) && statSync(path).isDirectory()) {
		throw new CommandError(`--${option}: ${path} is a folder. Name a file.`);
	}
}
