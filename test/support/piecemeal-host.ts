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

async function send(page: string, most: number, response: ServerResponse): Promise<void> {
	response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
	const ends = page.split(/(?<=<\/(?:a|label|fieldset|h1|h2|p|th)>)/);
	for (const piece of [...ends.slice(0, most), ends.slice(most).join('')]) {
		response.write(piece);
		await wait(pause);
	}
	response.end();
}

/** @param most pieces, each to the end of a link, a field, a heading or the like; what is left comes at once */
export async function startPiecemealHost(folder: string, most: number): Promise<PiecemealHost> {
	const files = sirv(folder, { dev: true });
	const server = createServer((request, response) => {
		const [path = '/'] = (request.url ?? '/').split('?');
		const page = join(folder, path, 'index.html');
		if (path.endsWith('/') && existsSync(page)) void send(readFileSync(page, 'utf8'), most, response);
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
