import type { Handle } from '@sveltejs/kit';

import { readManifest, readSite } from './routes/manifest.ts';

/** What `app.html` has where the page holds the manifest. */
const place = '%corpuscope.manifest%';

/** JSON that no script element ends in. */
const written = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

async function content(route: string | null): Promise<string> {
	if (PAGE_KIND !== 'site') return '';
	return written(await (route === '/about' ? readManifest() : readSite()));
}

/** Writes into each prerendered page what it shows of the manifest. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: async ({ html }) => {
			const text = await content(event.route.id);
			return html.replace(place, () => text);
		}
	});
