import { version } from '$service-worker';

import { cachePrefix, isPublished } from './scope.ts';

/** Bytes of the dataset's parts that are fetched ahead; larger datasets keep the parts that were used. */
const aheadLimit = 100_000_000;

/** A redirected answer may not be given to a navigation. */
function direct(answer: Response): Response {
	const { status, statusText, headers } = answer;
	return answer.redirected ? new Response(answer.body, { status, statusText, headers }) : answer;
}

async function fetched(path: string): Promise<Response> {
	// What the browser has is asked about, not taken: it may be of the version before.
	const answer = await fetch(path, { cache: 'no-cache' });
	if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
	return direct(answer);
}

/** The files of one version of the site, kept in the browser. Nothing of another version gets in. */
export class Snapshot {
	readonly name = cachePrefix + version;

	/** @throws when a file cannot be had, or the site was built anew meanwhile: then nothing counts as kept */
	async fill(paths: readonly string[]): Promise<void> {
		const cache = await caches.open(this.name);
		await Promise.all(paths.map(async (path) => cache.put(path, await fetched(path))));
		if (!(await isPublished())) throw new Error('The site has changed since this worker was published.');
	}

	/** Fetches files, one after another, as long as all of them stay below a limit. */
	async fillAhead(paths: readonly string[]): Promise<void> {
		let bytes = 0;
		for (const path of paths) {
			const answer = await fetched(path);
			bytes += Number(answer.headers.get('content-length') ?? 0);
			if (bytes > aheadLimit) return void (await answer.body?.cancel());
			await this.#put(path, answer);
		}
	}

	async match(path: string): Promise<Response | undefined> {
		return (await caches.open(this.name)).match(path, { ignoreSearch: true, ignoreVary: true });
	}

	/** A file that was not fetched ahead, from the host; refused when the host has another version by now. */
	async fetch(path: string): Promise<Response> {
		const answer = await fetched(path);
		const copy = answer.clone();
		if (await this.#put(path, copy)) return answer;
		return new Response(null, { status: 409, statusText: 'The site has changed: load the page again' });
	}

	async #put(path: string, answer: Response): Promise<boolean> {
		const body = await answer.blob();
		if (!(await isPublished())) return false;
		await (await caches.open(this.name)).put(path, new Response(body, { headers: answer.headers }));
		return true;
	}
}
