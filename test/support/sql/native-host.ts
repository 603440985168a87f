import { openDataset } from '../../../src/cli/dataset/open.ts';
import type { QueryHost } from '../../../src/lib/engine/query-host.ts';

/** A dataset's folder under native DuckDB, as the command line opens it. */
export async function openNative(folder: string): Promise<QueryHost & { close(): Promise<void> }> {
	const { close, ...host } = await openDataset(folder);
	return { ...host, close: async () => close() };
}
