import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { asError } from '../../lib/base/as-error.ts';
import { UnreadableVersion } from '../../lib/dataset/compatible.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import { parseManifest } from '../../lib/dataset/read-manifest.ts';
import { schemaVersion } from '../../lib/dataset/schema.ts';
import { CommandError } from '../errors.ts';

/**
 * The manifest of a dataset's folder.
 * @throws CommandError when there is none, or one that is damaged, says what cannot be, or is of a version that cannot
 * be read
 */
export function readManifest(folder: string): Manifest {
	const path = join(folder, 'manifest.json');
	if (!existsSync(path)) {
		throw new CommandError(
			`${folder} is not a dataset: it has no manifest.json. Make one with: corpuscope build FILE --out ${folder}`
		);
	}
	try {
		return parseManifest(readFileSync(path));
	} catch (error) {
		if (error instanceof UnreadableVersion) {
			throw new CommandError(
				`${folder} was written in version ${error.version} of the dataset's form; this program reads ${schemaVersion}. Build it again.`
			);
		}
		throw new CommandError(`${path} cannot be read: ${asError(error).message}. Build the dataset again.`);
	}
}
