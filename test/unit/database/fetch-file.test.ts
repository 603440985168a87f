import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fetchFile, inflated } from '../../../src/lib/database/fetch-file.ts';

const content = Buffer.from('\0asm and what follows it. '.repeat(5000));
const zipped = gzipSync(content);

describe('fetching a file', () => {
	let server: Server;
	let base: string;
	beforeAll(async () => {
		server = createServer((request, response) => {
			if (request.url === '/plain.gz')
				response.writeHead(200, { 'content-length': zipped.length }).end(zipped);
			// Some hosts take the ending for an encoding, which the browser undoes on the way.
			else if (request.url === '/encoded.gz')
				response.writeHead(200, { 'content-encoding': 'gzip' }).end(zipped);
			else if (request.url === '/slow') response.writeHead(200).write('first');
			else response.writeHead(404).end('<h1>Not found</h1>');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	it.each(['plain.gz', 'encoded.gz'])('gives the content of %s, inflated once', async (name) => {
		const file = await inflated(await fetchFile(new URL(name, base)));
		expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
	});

	it('reports bytes up to the total, which it does not claim to know of an encoded answer', async () => {
		const seen: [number, number | null][] = [];
		await fetchFile(new URL('plain.gz', base), ({ done, total }) => seen.push([done, total]));
		expect(seen.at(-1)).toEqual([zipped.length, zipped.length]);
		await fetchFile(new URL('encoded.gz', base), ({ done, total }) => seen.push([done, total]));
		expect(seen.at(-1)).toEqual([content.length, null]);
	});

	it('says in words what is wrong', async () => {
		await expect(fetchFile(new URL('a/missing.duckdb', base))).rejects.toThrow(
			'missing.duckdb could not be loaded: the server answered 404.'
		);
		await expect(fetchFile(new URL('http://127.0.0.1:1/x.duckdb'))).rejects.toThrow('could not be reached');
	});

	it('ends with the signal’s reason', async () => {
		const controller = new AbortController();
		const fetching = fetchFile(
			new URL('slow', base),
			() => controller.abort(new Error('left')),
			controller.signal
		);
		await expect(fetching).rejects.toThrow('left');
	});

	it('leaves what is shorter than a header as it is', async () => {
		expect((await inflated(new Blob(['x']))).size).toBe(1);
		expect((await inflated(new Blob([]))).size).toBe(0);
	});
});
