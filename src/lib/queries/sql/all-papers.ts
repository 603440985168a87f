import type { DatasetFile } from '../../dataset/manifest.ts';
import type { QueryHost } from '../../engine/query-host.ts';
import { command } from './statement.ts';
import { fromParts, partsOf, tableIn } from './tables.ts';

/** Name under which the papers of every file are one table, once `gatherPapers` has run. */
export const allPapers = 'memory.papers';

/** Makes one table, for reading, of the papers in the attached files. */
export async function gatherPapers(
	host: Pick<QueryHost, 'execute'>,
	files: readonly DatasetFile[]
): Promise<void> {
	const papers = fromParts(partsOf(files, 'dataset'), (part) => `SELECT * FROM ${tableIn('papers', part)}`);
	await host.execute(command(`CREATE OR REPLACE VIEW ${allPapers} AS ${papers}`));
}

/** Attaches the files that every question needs, and gathers the papers in them. */
export async function attachMain(
	host: Pick<QueryHost, 'attach' | 'execute'>,
	files: readonly DatasetFile[],
	signal?: AbortSignal
): Promise<void> {
	await Promise.all(partsOf(files, 'dataset').map((file) => host.attach(file, signal)));
	await gatherPapers(host, files);
}
