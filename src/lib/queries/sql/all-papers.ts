import { columnsAfter } from '../../dataset/compatible.ts';
import type { Manifest } from '../../dataset/manifest.ts';
import type { QueryHost } from '../../engine/query-host.ts';
import { command } from './statement.ts';
import { fromParts, partsOf, tableIn } from './tables.ts';

/** Name under which the papers of every file are one table, once `gatherPapers` has run. */
export const allPapers = 'memory.papers';

type Gathered = Pick<Manifest, 'files' | 'schemaVersion'>;

/** Adds the columns that came after a version, all null, to what has or lacks them. */
function withLater(papers: string, version: string): string {
	const later = columnsAfter('papers', version).map(
		([name, { type }]) => `CAST(NULL AS ${type}) AS "${name}"`
	);
	return later.length === 0
		? papers
		: `(${papers}) UNION ALL BY NAME (SELECT ${later.join(', ')} WHERE false)`;
}

/** Makes one table, for reading, of the papers in the attached files. */
export async function gatherPapers(
	host: Pick<QueryHost, 'execute'>,
	{ files, schemaVersion }: Gathered
): Promise<void> {
	const papers = fromParts(partsOf(files, 'dataset'), (part) => `SELECT * FROM ${tableIn('papers', part)}`);
	await host.execute(command(`CREATE OR REPLACE VIEW ${allPapers} AS ${withLater(papers, schemaVersion)}`));
}

/** Attaches the files that every question needs, and gathers the papers in them. */
export async function attachMain(
	host: Pick<QueryHost, 'attach' | 'execute'>,
	manifest: Gathered,
	signal?: AbortSignal
): Promise<void> {
	await Promise.all(partsOf(manifest.files, 'dataset').map((file) => host.attach(file, signal)));
	await gatherPapers(host, manifest);
}
