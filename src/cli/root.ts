import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever a command is called from. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where facts about generated files are kept, so that they are made anew only when they must be. */
export const stampFolder = join(projectRoot, 'node_modules', '.cache', 'corpuscope');
