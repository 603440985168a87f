import { readFile } from 'node:fs/promises';

import type { Manifest } from '$lib/dataset/manifest.ts';
import { parseManifest } from '$lib/dataset/read-manifest.ts';

/** The manifest of the dataset that this site is built for. Read while pages are prerendered, never later. */
export async function readManifest(): Promise<Manifest> {
	return parseManifest(await readFile('static/dataset/manifest.json'));
}
