import { isInPage, manifestEntry } from '../../../archive/entry-name.ts';
import { writeArchive } from '../../../archive/write.ts';
import type { Manifest } from '../../../dataset/manifest.ts';
import { parseManifest } from '../../../dataset/read-manifest.ts';
import { pageBytes, pageFile } from '../../../export/page-file.ts';
import { loadArchive } from '../opening/load.ts';
import type { ReadingListEntry } from '../../../state/reading-list.svelte.ts';
import type { OpenedDataset } from '../../../state/datasets.svelte.ts';

/** What a saved page is made of. */
export interface Shared {
	manifest: Manifest;
	/** The dataset as one file. */
	archive: Blob;
	template: Blob;
	/** Gzipped. */
	engine: Blob;
}

async function fileAt(address: URL, signal: AbortSignal): Promise<Blob> {
	const answer = await fetch(address, { signal });
	const name = address.pathname.split('/').at(-1);
	if (!answer.ok) throw new Error(`${name} could not be loaded: the server answered ${answer.status}.`);
	return answer.blob();
}

/** A gzip file, also where the host has inflated it on the way. */
async function packed(file: Blob): Promise<Blob> {
	const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	if (first === 0x1f && second === 0x8b) return file;
	return new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
	const reader = file.stream().getReader();
	for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

async function blobOf(chunks: AsyncIterable<Uint8Array>, type: string): Promise<Blob> {
	const parts: BlobPart[] = [];
	for await (const chunk of chunks) parts.push(chunk as Uint8Array<ArrayBuffer>);
	return new Blob(parts, { type });
}

/** An opened dataset as one file, without what no page needs. */
async function archiveOf({
	keeping,
	manifest
}: OpenedDataset): Promise<Pick<Shared, 'manifest' | 'archive'>> {
	const { entries, manifestBytes } = await loadArchive(await keeping.file(), 'The dataset');
	function* kept() {
		yield { name: manifestEntry, content: [manifestBytes] };
		for (const { name, content } of entries) if (isInPage(name, manifest)) yield { name, content: content() };
	}
	return { manifest, archive: await blobOf(writeArchive(kept()), 'application/zip') };
}

/** The site's dataset as one file, without what no page needs. */
async function archiveAt(dataset: URL, signal: AbortSignal): Promise<Pick<Shared, 'manifest' | 'archive'>> {
	const at = (name: string) => fileAt(new URL(name, dataset), signal);
	const stated = await at(manifestEntry);
	const manifest = parseManifest(await stated.text());
	async function* entries() {
		yield { name: manifestEntry, content: chunksOf(stated) };
		for (const { file } of manifest.files.filter(({ file }) => isInPage(file, manifest)))
			yield { name: file, content: chunksOf(await at(file)) };
	}
	return { manifest, archive: await blobOf(writeArchive(entries()), 'application/zip') };
}

/**
 * Gathers what a saved page is made of.
 * @param site address of the site, ending in a slash
 * @param opened the visitor's dataset, or `null` for the site's own
 * @throws Error in words when something cannot be had; the signal's reason when that aborts
 */
export async function gather(site: URL, opened: OpenedDataset | null, signal: AbortSignal): Promise<Shared> {
	const at = (path: string) => fileAt(new URL(path, site), signal);
	const [template, engine, dataset] = await Promise.all([
		at('one-file/template.html'),
		at('engine/duckdb-eh.wasm.gz').then(packed),
		opened ? archiveOf(opened) : archiveAt(new URL('dataset/', site), signal)
	]);
	signal.throwIfAborted();
	return { ...dataset, template, engine };
}

/** Bytes of the page, but for its manifest. */
export const sharedBytes = ({ template, engine, archive }: Shared): number =>
	pageBytes(template.size, engine.size, archive.size);

/**
 * The page as one file.
 * @param view what it shows first (`?...` or empty)
 * @param reading the reading list that goes along; `null` for none
 */
export async function sharedPage(
	shared: Shared,
	view: string,
	reading: readonly ReadingListEntry[] | null
): Promise<Blob> {
	const { manifest, template, engine, archive } = shared;
	const content = {
		manifest: JSON.stringify(manifest),
		view,
		...(reading ? { reading } : {}),
		engine: chunksOf(engine),
		dataset: chunksOf(archive)
	};
	return blobOf(pageFile(await template.text(), content), 'text/html;charset=utf-8');
}
