import { error } from '@sveltejs/kit';

import { asset } from '$app/paths';
import type { Manifest } from '$lib/dataset/manifest.ts';
import { siteOf, type Site } from '$lib/state/site.ts';

/**
 * The element of every page that holds what the page shows of the manifest before anything is fetched: a `Site`, or
 * the manifest whole. It is empty in pages that are made for whatever dataset lies beside them.
 */
const holder = 'corpuscope-manifest';

const isWhole = (held: Site | Manifest): held is Manifest => 'inputs' in held;

const parsed = async (text: string) => (await import('$lib/dataset/read-manifest.ts')).parseManifest(text);

/** The manifest of the dataset that the site is built for. Read while pages are prerendered, never later. */
async function ofFolder(): Promise<Manifest> {
	const { readFile } = await import('node:fs/promises');
	return parsed(await readFile('static/dataset/manifest.json', 'utf8'));
}

function held(): Site | Manifest | null {
	const text = document.getElementById(holder)?.textContent?.trim() ?? '';
	return text === '' ? null : (JSON.parse(text) as Site | Manifest);
}

async function ofHost(): Promise<Manifest> {
	const answer = await fetch(asset('/dataset/manifest.json'));
	if (!answer.ok)
		error(502, `The dataset's manifest could not be loaded: the server answered ${answer.status}.`);
	return parsed(await answer.text());
}

/** What pages show of the manifest. */
export async function readSite(): Promise<Site> {
	if (import.meta.env.SSR) return siteOf(await ofFolder());
	const found = held() ?? (await ofHost());
	return isWhole(found) ? siteOf(found) : found;
}

/** The manifest whole. */
export async function readManifest(): Promise<Manifest> {
	if (import.meta.env.SSR) return ofFolder();
	const found = held();
	return found !== null && isWhole(found) ? found : ofHost();
}
