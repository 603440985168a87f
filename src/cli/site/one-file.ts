import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isInPage, manifestEntry } from '../../lib/archive/entry-name.ts';
import { writeArchive } from '../../lib/archive/write.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import { pageFile } from '../../lib/export/page-file.ts';
import { datasetFolder } from '../archive/unpack.ts';
import { nativeHasher } from '../dataset/checksums.ts';
import { fileParts } from './pages.ts';

/** The dataset's manifest and the tables that the page does not make by itself. */
function* entriesOf(folder: string, manifest: Manifest) {
	const tables = readdirSync(folder).filter((name) => name.endsWith('.duckdb') && isInPage(name, manifest));
	for (const name of [manifestEntry, ...tables.sort()]) {
		yield { name, content: createReadStream(join(folder, name)) };
	}
}

/**
 * A dataset with the page that shows it, as one HTML file.
 * @param path the dataset's folder or archive
 * @param manifest its manifest, as it was read
 * @param view the query string of what it shows first
 */
export async function pageOf(
	path: string,
	manifest: Manifest,
	view: string,
	signal: AbortSignal
): Promise<AsyncGenerator<Uint8Array>> {
	const folder = await datasetFolder(path, signal);
	const { template, engine } = await fileParts(signal);
	return pageFile(readFileSync(template, 'utf8'), {
		manifest: JSON.stringify(manifest),
		view,
		engine: createReadStream(engine),
		dataset: writeArchive(entriesOf(folder, manifest), nativeHasher)
	});
}
