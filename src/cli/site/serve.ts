import { createServer, type Server } from 'node:http';

import { CommandError } from '../errors.ts';
import { staticFiles, type Folders } from './static-files.ts';

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

const loopback = /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])\.?(?::\d*)?$/i;

/**
 * Serves folders of static files to this machine; `HOST` and `PORT` change where. Gives the address. Without `HOST`
 * it answers to this machine's own names alone: a page elsewhere whose name leads here would read the papers.
 * @throws CommandError when the port is taken
 */
export async function serve(
	folders: Folders,
	env: NodeJS.ProcessEnv
): Promise<{ address: string; close: () => void }> {
	const isOurs = (name: string) => (env.HOST ?? '') !== '' || loopback.test(name);
	const server = createServer(staticFiles(folders, isOurs));
	// Longer than askers keep a connection, lest it be closed just when it is used again.
	server.keepAliveTimeout = 75_000;
	const host = env.HOST || '127.0.0.1';
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
