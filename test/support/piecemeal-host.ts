import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import sirv from 'sirv';

/** Serves a built site over a line that brings pages in pieces. */
export interface PiecemealHost {
	/** Ends in a slash. */
	readonly address: string;
	close(): Promise<void>;
}

const pause = 30;

async function send(page: Buffer, pieces: number, from: number, response: ServerResponse): Promise<void> {
	response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
	const step = Math.ceil(page.length / pieces);
	for (let start = 0, end = Math.round(step * from); start < page.length; start = end, end += step) {
		response.write(page.subarray(start, end));
		await wait(pause);
	}
	response.end();
}

/**
 * @param pieces how many a page comes in
 * @param from size of the first piece as a share of the others, 0 to 1, so that pages can be cut elsewhere
 */
export async function startPiecemealHost(
	folder: string,
	pieces: number,
	from: number
): Promise<PiecemealHost> {
	const files = sirv(folder, { dev: true });
	const server = createServer((request, response) => {
		const [path = '/'] = (request.url ?? '/').split('?');
		const page = join(folder, path, 'index.html');
		if (path.endsWith('/') && existsSync(page)) void send(readFileSync(page), pieces, from, response);
		else files(request, response, () => void response.writeHead(404).end());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
