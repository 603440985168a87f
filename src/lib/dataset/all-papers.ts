import { catalogName } from './files.ts';
import type { DatasetFile } from './manifest.ts';
import type { QueryHost } from './query-host.ts';

/** Name under which the papers of every file are one table, once `gatherPapers` has run. */
export const allPapers = 'memory.papers';

/** The files that every question needs: the first has all tables but the texts, the others further papers. */
export function mainFiles(files: readonly DatasetFile[]): DatasetFile[] {
	return files.filter(({ group }) => group === 'dataset');
}

/** Makes one table, for reading, of the papers in the attached files. */
export async function gatherPapers(
	host: Pick<QueryHost, 'execute'>,
	files: readonly DatasetFile[]
): Promise<void> {
	const parts = mainFiles(files).map(({ group, part }) => `SELECT * FROM ${catalogName(group, part)}.papers`);
	await host.execute(`CREATE OR REPLACE VIEW ${allPapers} AS ${parts.join(' UNION ALL ')}`);
}

/** Attaches the files that every question needs, and gathers the papers in them. */
export async function attachMain(
	host: Pick<QueryHost, 'attach' | 'execute'>,
	files: readonly DatasetFile[],
	signal?: AbortSignal
): Promise<void> {
	await Promise.all(mainFiles(files).map((file) => host.attach(file, signal)));
	await gatherPapers(host, files);
}
