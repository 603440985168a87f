import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import sirv from 'sirv';

/** A static host that knows nothing of the site it serves. */
export interface StaticHost {
	/** Ends in a slash. */
	readonly address: string;
	/** Puts another folder in the place of the first, as a new deployment does. */
	serve(folder: string): void;
	close(): Promise<void>;
}

/** Serves a folder below a path, without any headers but those that every host sends. */
export async function startHost(folder: string, prefix: string): Promise<StaticHost> {
	const handler = (path: string) => sirv(path, { etag: true, dev: true });
	let files = handler(folder);
	const server = createServer((request, response) => {
		const notFound = () => void response.writeHead(404).end();
		if (!request.url?.startsWith(prefix)) return notFound();
		request.url = request.url.slice(prefix.length - 1);
		files(request, response, notFound);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
		serve: (path) => (files = handler(path)),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
