import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';

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
	if (!statSync(folder).isDirectory())
		throw new CommandError(`--${option}: ${folder} is a file, not a folder. Name another place.`);
	if (existsSync(path) && statSync(path).isDirectory()) {
		throw new CommandError(`--${option}: ${path} is a folder. Name a file.`);
	}
}

const real = (path: string) => (existsSync(path) ? realpathSync(path) : resolve(path));

/**
 * Makes sure that what is written takes the place of nothing that is read.
 * @param written files
 * @param read files, and folders that are read as a whole
 * @throws CommandError otherwise
 */
export function refuseOverwriting(written: readonly string[], read: readonly string[]): void {
	for (const place of written.map(real)) {
		const source = read.map(real).find((path) => place === path || place.startsWith(path + sep));
		if (source !== undefined)
			throw new CommandError(
				`${place} would take the place of what is read from ${source}. Name another place.`
			);
	}
}
