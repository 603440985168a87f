import { base, build, version } from '$service-worker';

import { essential, isOwned, pageAt, parts } from './contents.ts';
import { NewerWindows } from './newer-windows.ts';
import { cachePrefix, publishedVersion, worker } from './scope.ts';
import { Snapshot } from './snapshot.ts';

/**
 * Keeps one version of the site for use without a connection. A page and everything it loads come from one
 * version: this worker's own while the host still has it, else the host's, until this worker's successor has
 * taken its place.
 */
const snapshot = new Snapshot();
const newerWindows = new NewerWindows();
const takeOver = 'take over';

async function install(): Promise<void> {
	await snapshot.fill(essential);
	await snapshot.fillAhead(parts).catch(() => {});
	if (await newerWindows.areAlone()) await worker.skipWaiting();
}

async function dropOthers(): Promise<void> {
	const names = await caches.keys();
	const stale = names.filter((name) => name.startsWith(cachePrefix) && name !== snapshot.name);
	await Promise.all(stale.map((name) => caches.delete(name)));
}

async function openPage({ request, resultingClientId }: FetchEvent, path: string): Promise<Response> {
	const page = pageAt(path);
	const kept = page === null ? undefined : await snapshot.match(page);
	if (!kept) return fetch(request);
	const published = await publishedVersion('page');
	if (published === null || published === version) return kept;
	const newer = await fetch(request).catch(() => null);
	if (!newer) return kept;
	await newerWindows.add(resultingClientId);
	void worker.registration.update().catch(() => {});
	if (await newerWindows.areAlone()) worker.registration.waiting?.postMessage(takeOver);
	return newer;
}

async function openFile({ request, clientId }: FetchEvent, path: string): Promise<Response> {
	if (!isOwned(path) || (await newerWindows.has(clientId))) return fetch(request);
	return (await snapshot.match(path)) ?? snapshot.fetch(path);
}

// In development there is no build to keep.
if (build.length > 0) {
	worker.addEventListener('install', (event) => event.waitUntil(install()));
	worker.addEventListener('message', ({ data }) => {
		if (data === takeOver) void worker.skipWaiting();
	});
	worker.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
	worker.addEventListener('fetch', (event) => {
		const { origin, pathname } = new URL(event.request.url);
		if (event.request.method !== 'GET' || origin !== location.origin) return;
		if (!pathname.startsWith(`${base}/`)) return;
		const isPage = event.request.mode === 'navigate';
		event.respondWith(isPage ? openPage(event, pathname) : openFile(event, pathname));
	});
}
