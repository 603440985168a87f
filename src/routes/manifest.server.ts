import { readFile } from 'node:fs/promises';

import type { Manifest } from '$lib/dataset/manifest.ts';

/** The manifest of the dataset that this site is built for. Read while pages are prerendered, never later. */
export async function readManifest(): Promise<Manifest> {
	return JSON.parse(await readFile('static/dataset/manifest.json', 'utf8')) as Manifest;
}
