import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

import { CommandError } from '../errors.ts';

const firstPort = 4173;
const portsTried = 100;

/** How a port was asked for: one that must be had, or the first free one. */
function wantedPort(env: NodeJS.ProcessEnv): number | null {
	const text = env.PORT ?? '';
	if (text === '') return null;
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new CommandError(`PORT is "${text}"; it must be a whole number from 0 to 65535.`);
}

function listen(server: Server, port: number, host: string): Promise<boolean> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE') resolve(false);
			else reject(error);
		});
		server.listen(port, host, () => {
			server.removeAllListeners('error');
			resolve(true);
		});
	});
}

async function listenSomewhere(server: Server, host: string, env: NodeJS.ProcessEnv): Promise<void> {
	const wanted = wantedPort(env);
	if (wanted !== null) {
		if (await listen(server, wanted, host)) return;
		throw new CommandError(`Port ${wanted} is taken. Set PORT to another one, or leave it out.`);
	}
	for (let port = firstPort; port < firstPort + portsTried; port++) {
		if (await listen(server, port, host)) return;
	}
	throw new CommandError(`No port from ${firstPort} to ${firstPort + portsTried - 1} is free. Set PORT.`);
}

/** The address of a folder's page when its last slash is missing, to which the page's links are relative. */
function withSlash(folder: string, url: string): string | null {
	// The pages' names are plain letters; an address that needs decoding is none of theirs.
	const match = /^\/([a-z](?:[a-z/-]*[a-z])?)(\?.*)?$/.exec(url);
	if (!match?.[1] || !existsSync(join(folder, match[1], 'index.html'))) return null;
	return `/${match[1]}/${match[2] ?? ''}`;
}

function siteListener(folder: string): RequestListener {
	const files = sirv(folder, {
		etag: true,
		setHeaders: (response, path) => {
			const unchanging = path.includes('/immutable/');
			response.setHeader('Cache-Control', unchanging ? 'public, max-age=31536000, immutable' : 'no-cache');
		}
	});
	const missing = join(folder, '404.html');
	const notFound = existsSync(missing) ? readFileSync(missing) : 'There is no such page here.\n';
	return (request, response) => {
		const address = withSlash(folder, request.url ?? '/');
		if (address !== null) {
			response.writeHead(308, { Location: address }).end();
			return;
		}
		files(request, response, () => {
			response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
		});
	};
}

/**
 * Serves a folder of static files to this machine; `HOST` and `PORT` change where. Gives the address.
 * @throws CommandError when the port is taken
 */
export async function serve(
	folder: string,
	env: NodeJS.ProcessEnv
): Promise<{ address: string; close: () => void }> {
	const server = createServer(siteListener(folder));
	const host = env.HOST ?? '127.0.0.1';
	await listenSomewhere(server, host, env);
	const bound = server.address();
	const port = typeof bound === 'object' && bound ? bound.port : 0;
	const name = ['127.0.0.1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
	return {
		address: `http://${name}:${port}/`,
		close: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}
