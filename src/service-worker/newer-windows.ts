import { base } from '$service-worker';

import { cachePrefix, worker } from './scope.ts';

/**
 * Windows that show a newer version of the site than this worker keeps. They are answered by the host alone.
 * Written down in a cache, since a worker forgets when it sleeps.
 */
export class NewerWindows {
	readonly name = `${cachePrefix}newcomers`;
	readonly #known = new Set<string>();

	async add(client: string): Promise<void> {
		this.#known.add(client);
		await (await caches.open(this.name)).put(this.#entry(client), new Response());
	}

	async has(client: string): Promise<boolean> {
		if (this.#known.has(client)) return true;
		if (client === '' || !(await caches.has(this.name))) return false;
		const found = await (await caches.open(this.name)).match(this.#entry(client));
		if (found) this.#known.add(client);
		return found !== undefined;
	}

	/** Pages of the version before need its files: only without them may this worker's successor take over. */
	async areAlone(): Promise<boolean> {
		const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
		return (await Promise.all(windows.map(({ id }) => this.has(id)))).every(Boolean);
	}

	#entry(client: string): string {
		return `${base}/newcomers/${client}`;
	}
}
