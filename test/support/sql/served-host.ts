import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { openAnswering } from '../../../src/cli/dataset/answering.ts';
import { answers } from '../../../src/cli/site/answers.ts';
import type { DatasetQueries } from '../../../src/lib/queries/dataset-queries.ts';
import { openRemote } from '../../../src/lib/state/remote-reader.ts';
import { openNative } from './native-host.ts';

/** Seconds that an answer may take: a busy machine is no failure. */
const patience = 600;

/**
 * A dataset's folder behind a server, as the page asks it: `queries` are sent there. As a host it is native DuckDB in
 * this process, for what tests look up by themselves.
 */
export async function openServed(folder: string) {
	const dataset = await openAnswering(folder, { memory: '2GB' });
	const server = createServer(answers(dataset.queries, patience));
	// On a busy machine a connection may be closed just when it is used again.
	server.keepAliveTimeout = patience * 1000;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const address = new URL(`http://127.0.0.1:${port}/dataset/`);
	const { close, ...host } = await openNative(folder);
	return {
		...host,
		address,
		queries: openRemote(address, dataset.queries.manifest) as unknown as DatasetQueries,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			dataset.close();
			await close();
		}
	};
}
