import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function isProject(folder: string): boolean {
	const path = join(folder, 'package.json');
	return (
		existsSync(path) && (JSON.parse(readFileSync(path, 'utf8')) as { name?: string }).name === 'corpuscope'
	);
}

/** The nearest folder above the program that is the project's: the program may be a bundle in its node_modules. */
function above(folder: string): string {
	return isProject(folder) || folder === dirname(folder) ? folder : above(dirname(folder));
}

/** The folder of the project, wherever a command is called from. */
export const projectRoot = above(dirname(fileURLToPath(import.meta.url)));

/** Where facts about generated files are kept, so that they are made anew only when they must be. */
export const stampFolder = join(projectRoot, 'node_modules', '.cache', 'corpuscope');
