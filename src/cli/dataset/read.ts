import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isReadable } from '../../lib/dataset/compatible.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import { schemaVersion } from '../../lib/dataset/schema.ts';
import { CommandError } from '../errors.ts';

/**
 * The manifest of a dataset's folder.
 * @throws CommandError when there is none, or one of a version that cannot be read
 */
export function readManifest(folder: string): Manifest {
	const path = join(folder, 'manifest.json');
	if (!existsSync(path)) {
		throw new CommandError(
			`${folder} is not a dataset: it has no manifest.json. Make one with: npm run -s corpuscope -- build FILE --out ${folder}`
		);
	}
	let manifest: Manifest;
	try {
		manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
	} catch (error) {
		throw new CommandError(`${path} is damaged (${String(error)}). Build the dataset again.`);
	}
	if (typeof manifest.schemaVersion !== 'string' || !isReadable(manifest.schemaVersion)) {
		throw new CommandError(
			`${folder} was written in version ${manifest.schemaVersion} of the dataset's form; this program reads ${schemaVersion}. Build it again.`
		);
	}
	return manifest;
}
