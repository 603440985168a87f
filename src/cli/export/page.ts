import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { manifestEntry } from '../../lib/archive/entry-name.ts';
import { writeArchive } from '../../lib/archive/write.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import { pageFile } from '../../lib/export/page-file.ts';
import { datasetFolder } from '../archive/unpack.ts';
import { nativeHasher } from '../dataset/checksums.ts';
import { fileParts } from '../site/pages.ts';

/** The dataset's manifest and tables; its model is for `assign` alone. */
function* entriesOf(folder: string) {
	const tables = readdirSync(folder).filter((name) => name.endsWith('.duckdb'));
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
		dataset: writeArchive(entriesOf(folder), nativeHasher)
	});
}
