import { afterAll, beforeAll } from 'vitest';

import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import type { QueryHost } from '../../../src/lib/engine/query-host.ts';
import { DatasetQueries } from '../../../src/lib/queries/dataset-queries.ts';
import { attachMain } from '../../../src/lib/queries/sql/all-papers.ts';
import { stopWords, type TestDataset } from './datasets.ts';
import { openEh } from './eh-host.ts';
import { openHandedOver } from './handed-over-host.ts';
import { openNative } from './native-host.ts';
import { Reference } from './reference.ts';
import { openServed } from './served-host.ts';

/** A host; with `queries` that are sent to a server where it stands for one. */
export type OpenedHost = QueryHost & { close(): Promise<void>; queries?: DatasetQueries };
export type OpenHost = (folder: string) => Promise<OpenedHost>;

/** The engines that every answer must be the same in. */
export const engines: [name: string, open: OpenHost][] = [
	['DuckDB-WASM', openEh],
	['native DuckDB', openNative],
	['a server', openServed]
];

/** Those, and the page's with rows that its worker made instead of files. */
export const allEngines: typeof engines = [...engines, ['DuckDB-WASM with rows handed over', openHandedOver]];

/** A dataset in an engine: what can be asked of it, and a plain computation over the same papers. */
export interface Opened {
	dataset: TestDataset;
	host: OpenedHost;
	queries: DatasetQueries;
	reference: Reference;
}

/** Attaches a dataset's main files and gives what can be asked of it. */
export async function queriesOf(
	host: QueryHost & Pick<OpenedHost, 'queries'>,
	manifest: Manifest
): Promise<DatasetQueries> {
	if (host.queries) return host.queries;
	await attachMain(host, manifest);
	return new DatasetQueries(host, manifest);
}

async function referenceOf(queries: DatasetQueries, { papers }: TestDataset): Promise<Reference> {
	const rows = await queries.papersById(papers.map((_paper, id) => id));
	return new Reference(papers, rows, stopWords);
}

/** Opens a dataset in an engine before the tests of the suite that calls this, and closes it after them. */
export function opened(build: () => Promise<TestDataset>, open: OpenHost): Opened {
	const at = {} as Opened;
	beforeAll(async () => {
		at.dataset = await build();
		at.host = await open(at.dataset.folder);
		at.queries = await queriesOf(at.host, at.dataset.manifest);
		at.reference = await referenceOf(at.queries, at.dataset);
	}, 600_000);
	afterAll(() => at.host.close());
	return at;
}
