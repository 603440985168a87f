import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { CommandError } from '../errors.ts';

/**
 * Makes sure that a dataset may take the place of what is at a path: nothing, an empty folder, or another dataset.
 * @throws CommandError otherwise, because replacing would delete what is there
 */
export function assertReplaceable(path: string): void {
	if (!existsSync(path)) return;
	if (!statSync(path).isDirectory()) throw new CommandError(`${path} is a file. Name a folder with --out.`);
	if (readdirSync(path).length === 0 || existsSync(join(path, 'manifest.json'))) return;
	throw new CommandError(
		`${path} holds other things than a dataset, which would be deleted. Name another folder with --out.`
	);
}
