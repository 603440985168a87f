import { readManifest } from './manifest.server.ts';
import { siteOf } from '$lib/state/site.ts';

export async function load() {
	return { site: siteOf(await readManifest()) };
}
