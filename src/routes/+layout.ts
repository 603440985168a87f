import { readSite } from './manifest.ts';

export const prerender = true;
export const trailingSlash = 'always';
/** A page for any dataset has nothing to draw before it is opened. */
export const ssr = PAGE_KIND === 'site';

export async function load() {
	return { site: await readSite() };
}
