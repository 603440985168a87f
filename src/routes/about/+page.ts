import { readManifest } from '../manifest.ts';

export async function load() {
	return { manifest: await readManifest() };
}
