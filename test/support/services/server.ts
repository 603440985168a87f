import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server answers one request. */
export type Reply =
	| { status?: number; headers?: Record<string, string>; body: string }
	/** Half of the body, then the connection breaks off. */
	| { truncated: string }
	/** No answer until the test ends. */
	| 'never';

export interface Asked {
	readonly url: URL;
	readonly userAgent: string;
	/** Milliseconds, for the time between two requests. */
	readonly at: number;
}

function send(response: ServerResponse, reply: Reply): void {
	if (reply === 'never') return;
	if ('truncated' in reply) {
		const bytes = Buffer.from(reply.truncated);
		response.writeHead(200, { 'content-length': bytes.length });
		response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
		return;
	}
	response.writeHead(reply.status ?? 200, reply.headers);
	response.end(reply.body);
}

/**
 * A server on this machine that plays a service until it is closed.
 * @param faults for the number of a request, from 0, what comes instead of the service's answer
 */
export async function playService(
	service: (url: URL) => Reply,
	faults: Readonly<Record<number, Reply>> = {}
) {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', base);
		asked.push({ url, userAgent: request.headers['user-agent'] ?? '', at: performance.now() });
		send(response, faults[asked.length - 1] ?? service(url));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const close = () => {
		server.closeAllConnections();
		server.close();
	};
	return { base, asked, close };
}
