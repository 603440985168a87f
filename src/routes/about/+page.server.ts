import { readManifest } from '../manifest.server.ts';

export async function load() {
	return { manifest: await readManifest() };
}
