import type { QueryHost } from '../../../src/lib/engine/query-host.ts';
import type { DatasetQueries } from '../../../src/lib/queries/dataset-queries.ts';
import type { TestDataset } from './datasets.ts';
import { openEh } from './eh-host.ts';
import { openNative } from './native-host.ts';
import { Reference } from './reference.ts';
import { openServed } from './served-host.ts';

export type OpenedHost = QueryHost & { close(): Promise<void> };
export type OpenHost = (folder: string) => Promise<OpenedHost>;

/** The engines that every answer must be the same in. */
export const engines: [name: string, open: OpenHost][] = [
	['DuckDB-WASM', openEh],
	['native DuckDB', openNative],
	['a server', openServed]
];

/** A plain computation over a dataset's papers, with the ids that the dataset gave them. */
export async function referenceOf(queries: DatasetQueries, { papers }: TestDataset): Promise<Reference> {
	const rows = await queries.papersById(papers.map((_paper, id) => id));
	return new Reference(papers, rows, ['banned']);
}
