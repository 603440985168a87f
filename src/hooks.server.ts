import { readFile } from 'node:fs/promises';

import type { Handle } from '@sveltejs/kit';

import { readManifest, readSite } from './routes/manifest.ts';

/** What `app.html` has where the page holds the manifest, and where one that is a file holds the rest. */
const places = { manifest: '%corpuscope.manifest%', parts: '%corpuscope.parts%' };

/** JSON that no script element ends in. */
const written = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

async function manifestFor(route: string | null): Promise<string> {
	if (PAGE_KIND !== 'site') return '';
	return written(await (route === '/about' ? readManifest() : readSite()));
}

/** A page that is one file has its icon in it; what it shows is filled in later. */
async function alone(html: string): Promise<string> {
	const icon = (await readFile('static/favicon.svg')).toString('base64');
	return html.replace(/href="[^"]*favicon\.svg"/, `href="data:image/svg+xml;base64,${icon}"`);
}

/** Writes into each page what it shows of the manifest. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: async ({ html }) => {
			if (PAGE_KIND === 'file') return alone(html);
			const manifest = await manifestFor(event.route.id);
			return html.replace(places.manifest, () => manifest).replace(places.parts, '');
		}
	});
