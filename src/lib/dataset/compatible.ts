import type { Manifest } from './manifest.ts';
import { schemaVersion } from './schema.ts';

const partsOf = (version: string) => version.split('.').map(Number);

/** Whether a dataset of this version has all that is read: the same major version, no earlier minor one. */
export function isReadable(version: string): boolean {
	const [major, minor] = partsOf(version);
	const [ownMajor, ownMinor] = partsOf(schemaVersion);
	return major === ownMajor && Number(minor) >= Number(ownMinor);
}

/** @throws Error when the dataset was written by another version of the schema that cannot be read */
export function requireReadable(manifest: Pick<Manifest, 'schemaVersion'>): void {
	if (isReadable(manifest.schemaVersion)) return;
	throw new Error(
		`This dataset has schema ${manifest.schemaVersion}; this version reads ${schemaVersion}. Build it again.`
	);
}
