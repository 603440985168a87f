/// <reference lib="webworker" />
import { base, version } from '$service-worker';

/** The global object of a service worker, which the types of the page do not know. */
export const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** Of every cache of this site: other sites may lie beside it on the same host. */
export const cachePrefix = `corpuscope ${base}/ `;

/** Milliseconds: somebody who opens a page waits, what is kept in the background does not. */
const patience = { page: 3000, background: 30_000 };

/** The version that the site has now, as its host says; `null` when the host cannot be asked. */
export async function publishedVersion(wait: keyof typeof patience): Promise<string | null> {
	try {
		const answer = await fetch(`${base}/_app/version.json`, {
			cache: 'no-store',
			signal: AbortSignal.timeout(patience[wait])
		});
		return answer.ok ? ((await answer.json()) as { version: string }).version : null;
	} catch {
		return null;
	}
}

/** Whether the host still has the version that this worker was built with. */
export async function isPublished(): Promise<boolean> {
	return (await publishedVersion('background')) === version;
}
