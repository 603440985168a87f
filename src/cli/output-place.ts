import { existsSync, lstatSync, mkdtempSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

import { CommandError, inWords } from './errors.ts';

function isLink(path: string): boolean {
	try {
		return lstatSync(path).isSymbolicLink();
	} catch {
		return false;
	}
}

/** @throws CommandError for a link whose end is not there: it would be lost, or the work before it */
export function refuseDangling(path: string, option = 'out'): void {
	if (isLink(path) && !existsSync(path)) {
		throw new CommandError(
			`--${option}: ${path} is a link that leads nowhere. Remove it, or name another place.`
		);
	}
}

/** Has something made in a folder and removed: what the system allows, only trying tells. */
function tryWriting(folder: string): void {
	rmdirSync(mkdtempSync(join(folder, '.corpuscope-')));
}

/** @throws CommandError where nothing may be written to a folder */
export function requireWritable(folder: string, option = 'out'): void {
	try {
		tryWriting(folder);
	} catch (error) {
		throw new CommandError(`--${option}: nothing may be written to ${folder}. ${inWords(error)}`);
	}
}

/**
 * Makes sure that a file can be written at a path.
 * @param option the option that names it
 * @throws CommandError when its folder does not exist or may not be written to, or a folder or a link that leads
 * nowhere stands in its place
 */
export function requireFilePlace(path: string, option = 'out'): void {
	refuseDangling(path, option);
	const folder = dirname(path);
	if (!existsSync(folder))
		throw new CommandError(`--${option}: there is no folder ${folder}. Make it first.`);
	if (!statSync(folder).isDirectory())
		throw new CommandError(`--${option}: ${folder} is a file, not a folder. Name another place.`);
	if (existsSync(path) && statSync(path).isDirectory()) {
		throw new CommandError(`--${option}: ${path} is a folder. Name a file.`);
	}
	// A device is written to as it is.
	if (!existsSync(path) || statSync(path).isFile()) requireWritable(dirname(real(path)), option);
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
