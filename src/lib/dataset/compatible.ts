import type { Manifest } from './manifest.ts';
import { schemaVersion } from './schema.ts';

const major = (version: string) => version.split('.')[0];

/** @throws Error when the dataset was written by another major version of the schema */
export function requireReadable(manifest: Pick<Manifest, 'schemaVersion'>): void {
	if (major(manifest.schemaVersion) === major(schemaVersion)) return;
	throw new Error(
		`This dataset has schema ${manifest.schemaVersion}; this version reads ${schemaVersion}. Build it again.`
	);
}
