import { asset, resolve } from '$app/paths';
import { denseBytes } from '$lib/export/dense-text.ts';
import { heldParts } from '$lib/export/page-file.ts';
import type { Boot } from '$lib/state/engine-session.svelte.ts';
import type { DatasetReader } from '$lib/state/reader.ts';
import type { pages } from '$lib/views/parts/links/pages.ts';

/**
 * Where the page finds things and keeps its state: below the address of a site, or in itself and behind the `#` of
 * its address where it is one file.
 */
const isOneFile = PAGE_KIND === 'file';

/** The address of a page, without query. */
export const addressOf = (path: (typeof pages)[number]['path']): string =>
	// What the types of routes know of slashes at their end depends on the kind of page.
	isOneFile ? `#${path}` : resolve(path as '/');

/** The query string of the state in an address. */
export function searchIn({ search, hash }: Pick<URL, 'search' | 'hash'>): string {
	return isOneFile ? (/^#[^?#]*(\?[^#]*)/.exec(hash)?.[1] ?? '') : search;
}

/** The address of the page at hand with another query string. */
export function withSearch(search: string): string {
	if (!isOneFile) return location.pathname + search;
	return (/^#\/[^?#]*/.exec(location.hash)?.[0] ?? '#/') + search;
}

/** Resolves when the whole page is there. */
async function parsed(): Promise<void> {
	if (document.readyState !== 'loading') return;
	await new Promise((resolve) => addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** The text of an element at the end of the page. */
async function held(id: string): Promise<string> {
	await parsed();
	const element = document.getElementById(id);
	if (!element?.textContent) throw new Error('This page is not whole: copy or download it again.');
	return element.textContent;
}

/** Bytes that the page holds as text. */
const heldFile = async (id: string): Promise<Blob> => new Blob([denseBytes(await held(id))]);

/** What a page that is one file shows first; empty for everything. */
export async function firstView(): Promise<string> {
	return isOneFile ? String(JSON.parse(await held(heldParts.view))) : '';
}

let heldEngine: Promise<URL> | null = null;

/** The reading list that whoever saved the page has sent along; `undefined` where there is none. */
export async function sentReading(): Promise<unknown> {
	if (!isOneFile) return undefined;
	await parsed();
	const list = document.getElementById(heldParts.reading)?.textContent;
	return list && JSON.parse(list);
}

/** The address of the engine's WebAssembly, as a gzip file; every start of an engine asks for it. */
export async function engineAddress(): Promise<URL> {
	if (!isOneFile) return new URL(asset('/engine/duckdb-eh.wasm.gz'), location.href);
	return (heldEngine ??= heldFile(heldParts.engine).then((file) => new URL(URL.createObjectURL(file))));
}

/**
 * Opens the dataset that the page is about.
 * @param fingerprint that of the dataset that the page was made for
 */
export async function openOwn(
	fingerprint: string,
	...[report, signal]: Parameters<Boot<DatasetReader>>
): Promise<DatasetReader> {
	if (!isOneFile) {
		const { openReader } = await import('$lib/state/open-reader.ts');
		const dataset = new URL(asset('/dataset/'), location.href);
		const mayAnswer = PAGE_KIND === 'package';
		return openReader({ dataset, engine: await engineAddress(), fingerprint, mayAnswer }, report, signal);
	}
	const { openSaved } = await import('$lib/state/open-saved.ts');
	const { indexInWorker, loadArchive } = await import('$lib/views/parts/opening/load.ts');
	const archive = await loadArchive(await heldFile(heldParts.dataset), 'The dataset of this page');
	return openSaved(await engineAddress(), archive, indexInWorker, report, signal);
}

/**
 * Has links to a part of the page at hand (`#main`) lead there where addresses behind the `#` name pages.
 * @returns undoes it
 */
export function keepAnchors(): () => void {
	if (!isOneFile) return () => {};
	const lead = (event: MouseEvent) => {
		const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
		const [, id] = /^#([^/].*)$/.exec(link?.getAttribute('href') ?? '') ?? [];
		if (id === undefined) return;
		event.preventDefault();
		const part = document.getElementById(id);
		part?.scrollIntoView();
		part?.focus({ preventScroll: true });
	};
	addEventListener('click', lead, { capture: true });
	return () => removeEventListener('click', lead, { capture: true });
}
