import { connect } from 'node:net';

export interface RawAnswer {
	/** 0 where the connection was closed without an answer. */
	readonly status: number;
	readonly headers: ReadonlyMap<string, string>;
	readonly body: string;
}

function parsed(received: string): RawAnswer {
	const text = received.replace(/^HTTP\/1\.1 100 [^]*?\r\n\r\n/, '');
	const [head = '', ...rest] = text.split('\r\n\r\n');
	const [line = '', ...lines] = head.split('\r\n');
	const pairs = lines.map((header) => header.split(/:\s*(.*)/s));
	return {
		status: Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1] ?? 0),
		headers: new Map(pairs.map(([name = '', value = '']) => [name.toLowerCase(), value])),
		body: rest.join('\r\n\r\n')
	};
}

/**
 * Sends bytes as they are, each character one, and gives what comes back until the other side closes.
 * @param patience milliseconds without an answer, after which this side closes
 */
export function rawRequest(address: string, bytes: string, patience = 60_000): Promise<RawAnswer> {
	const { hostname, port } = new URL(address);
	return new Promise((resolve) => {
		const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
		let text = '';
		socket.setTimeout(patience, () => socket.destroy());
		socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
		socket.on('error', () => undefined);
		socket.on('close', () => resolve(parsed(text)));
		socket.write(Buffer.from(bytes, 'latin1'));
	});
}

/** A whole request with a connection of its own. */
export function requestText(
	path: string,
	headers: Readonly<Record<string, string>> = {},
	method = 'GET'
): string {
	const all = { Host: 'localhost', ...headers, Connection: 'close' };
	const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
	return [`${method} ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}
