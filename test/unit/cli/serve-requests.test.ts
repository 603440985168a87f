import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

import { serve } from '../../../src/cli/site/serve.ts';
import { fuzzRequests } from '../../support/fuzz-requests.ts';
import { rawRequest, requestText } from '../../support/raw-request.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const digits = '0123456789';

async function served(env: Record<string, string> = {}): Promise<{ address: string; folder: string }> {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'about'));
	writeFileSync(join(folder, 'index.html'), 'home');
	writeFileSync(join(folder, 'about', 'index.html'), 'about');
	writeFileSync(join(folder, 'data.duckdb'), digits);
	writeFileSync(join(folder, 'empty.txt'), '');
	const { address, close } = await serve({ page: folder }, { PORT: '0', ...env });
	onTestFinished(close);
	const { port } = new URL(address);
	return { address: `http://127.0.0.1:${port}/`, folder };
}

const ask = (address: string, path: string, headers: Record<string, string> = {}, method = 'GET') =>
	rawRequest(address, requestText(path, headers, method));

describe('ranges of bytes', () => {
	// RFC 9110, section 14: invalid ranges are ignored, and several need not be answered.
	it.each([
		['bytes=0-2', 206, '012', 'bytes 0-2/10'],
		['bytes=7-', 206, '789', 'bytes 7-9/10'],
		['bytes=-3', 206, '789', 'bytes 7-9/10'],
		['bytes=-99', 206, digits, 'bytes 0-9/10'],
		['bytes=8-99', 206, '89', 'bytes 8-9/10'],
		['BYTES=9-9', 206, '9', 'bytes 9-9/10'],
		['bytes=10-', 416, '', 'bytes */10'],
		['bytes=-0', 416, '', 'bytes */10'],
		['bytes=5-2', 200, digits, undefined],
		['bytes=x-2', 200, digits, undefined],
		['bytes=-', 200, digits, undefined],
		['lines=0-2', 200, digits, undefined],
		['bytes=0-0,9-9', 200, digits, undefined]
	])('%s is answered with %i', async (range, status, body, contentRange) => {
		const { address } = await served();
		const answer = await ask(address, '/data.duckdb', { Range: range });
		expect([answer.status, answer.body, answer.headers.get('content-range')]).toEqual([
			status,
			body,
			contentRange
		]);
		expect((await ask(address, '/')).body).toBe('home');
	});

	it('are given of the version that If-Range names alone, for GET alone, and not of nothing', async () => {
		const { address } = await served();
		const etag = (await ask(address, '/data.duckdb')).headers.get('etag') ?? '';
		const Range = 'bytes=0-2';
		expect(etag).toMatch(/^"[^"]+"$/);
		expect((await ask(address, '/data.duckdb', { Range, 'If-Range': etag })).body).toBe('012');
		for (const other of ['"other"', `W/${etag}`, 'Fri, 31 Dec 9999 23:59:59 GMT'])
			expect((await ask(address, '/data.duckdb', { Range, 'If-Range': other })).body).toBe(digits);
		const head = await ask(address, '/data.duckdb', { Range }, 'HEAD');
		expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, '10', '']);
		expect((await ask(address, '/empty.txt', { Range: 'bytes=0-' })).status).toBe(200);
	});
});

describe('conditions', () => {
	const long = { past: 'Thu, 01 Jan 1970 00:00:00 GMT', future: 'Fri, 31 Dec 9999 23:59:59 GMT' };
	// RFC 9110, section 13.2.2; a tag of `same` is the file's own.
	it.each([
		[{ 'If-None-Match': 'same' }, 304],
		[{ 'If-None-Match': 'W/same' }, 304],
		[{ 'If-None-Match': '"a", same' }, 304],
		[{ 'If-None-Match': '*' }, 304],
		[{ 'If-None-Match': '"a"', 'If-Modified-Since': long.future }, 200],
		[{ 'If-Modified-Since': long.future }, 304],
		[{ 'If-Modified-Since': long.past }, 200],
		[{ 'If-Modified-Since': 'yesterday' }, 200],
		[{ 'If-Match': 'same' }, 200],
		[{ 'If-Match': 'W/same' }, 412],
		[{ 'If-Match': '"a"' }, 412],
		[{ 'If-Match': 'same', 'If-Unmodified-Since': long.past }, 200],
		[{ 'If-Unmodified-Since': long.past }, 412],
		[{ 'If-Unmodified-Since': long.future }, 200]
	])('%o are answered with %i', async (conditions, status) => {
		const { address } = await served();
		const etag = (await ask(address, '/data.duckdb')).headers.get('etag') ?? '';
		const headers = Object.entries(conditions).map(([name, value]) => [name, value.replace('same', etag)]);
		const answer = await ask(address, '/data.duckdb', Object.fromEntries(headers) as Record<string, string>);
		expect([answer.status, answer.headers.get('etag')]).toEqual([status, etag]);
	});
});

describe('who and what is answered', () => {
	it('answers GET and HEAD, and names them to others', async () => {
		const { address } = await served();
		for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS', 'PATCH']) {
			const { status, headers, body } = await ask(address, '/data.duckdb', {}, method);
			expect([method, status, headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
			expect(body).not.toContain(digits);
		}
	});

	it('answers to names of this machine alone, unless it was started for others', async () => {
		const { address } = await served();
		const statusOf = async (Host: string) => (await ask(address, '/', { Host })).status;
		for (const ours of ['localhost', 'LOCALHOST:4173', '127.0.0.1:80', '127.9.9.9', '[::1]:5', 'a.localhost'])
			expect([ours, await statusOf(ours)]).toEqual([ours, 200]);
		for (const other of [
			'evil.test',
			'localhost.evil.test',
			'127.0.0.1.evil.test',
			'10.0.0.1',
			'notlocalhost'
		])
			expect([other, await statusOf(other)]).toEqual([other, 403]);
		expect((await ask(address, 'http://evil.test/')).status).toBe(403);
		expect((await rawRequest(address, 'GET / HTTP/1.0\r\n\r\n')).status).toBe(403);
		const open = await served({ HOST: '127.0.0.1' });
		expect((await ask(open.address, '/', { Host: 'desk.example' })).status).toBe(200);
	});

	it('says what a file is, and has browsers believe it', async () => {
		const { address } = await served();
		const kinds = await Promise.all(
			['/', '/data.duckdb', '/empty.txt', '/nowhere'].map(async (path) => {
				const { headers } = await ask(address, path);
				return [headers.get('content-type'), headers.get('x-content-type-options')];
			})
		);
		expect(kinds).toEqual([
			['text/html; charset=utf-8', 'nosniff'],
			['application/octet-stream', 'nosniff'],
			['text/plain; charset=utf-8', 'nosniff'],
			['text/plain; charset=utf-8', 'nosniff']
		]);
	});

	it('keeps hidden files and folders to itself, and has no trouble with links that lead nowhere or in circles', async () => {
		const { address, folder } = await served();
		writeFileSync(join(folder, '.secret'), 'secret');
		symlinkSync('loop', join(folder, 'loop'));
		symlinkSync('gone', join(folder, 'dangling'));
		for (const path of ['/.secret', '/loop', '/dangling', '/data.duckdb/x', `/${'x'.repeat(3000)}`, '/a%00b'])
			expect([path, (await ask(address, path)).status]).toEqual([path, 404]);
	});
});

describe('a server that goes on', () => {
	it('gives each file as it is, whole, while it is replaced', async () => {
		const { address, folder } = await served();
		const versions = ['a'.repeat(1000), 'b'.repeat(300_000)];
		const replace = (text: string) => {
			writeFileSync(join(folder, 'next'), text);
			renameSync(join(folder, 'next'), join(folder, 'data.duckdb'));
		};
		replace(versions[0]!);
		let isOver = false;
		const replacing = (async () => {
			for (let round = 0; !isOver; round++) {
				replace(versions[round % 2]!);
				await new Promise((resolve) => setImmediate(resolve));
			}
		})();
		const visit = async () => {
			const tags = new Map<string, string>();
			for (let round = 0; round < 60; round++) {
				const { status, headers, body } = await ask(address, '/data.duckdb');
				expect([status, Number(headers.get('content-length'))]).toEqual([200, body.length]);
				expect(versions.includes(body)).toBe(true);
				const etag = headers.get('etag') ?? '';
				expect(tags.get(etag) ?? body).toBe(body);
				tags.set(etag, body);
			}
		};
		await Promise.all([visit(), visit(), visit()]).finally(() => (isOver = true));
		await replacing;
		replace('new');
		expect((await ask(address, '/data.duckdb')).body).toBe('new');
	});

	/** `FUZZ_ROUNDS=10000` sends as many requests; `FUZZ_SEED` others. */
	it('answers two thousand odd requests with what a server may say, and then a page', async () => {
		const { address } = await served();
		const rounds = Number(process.env.FUZZ_ROUNDS ?? 2000);
		const wrong = await fuzzRequests(address, rounds, Number(process.env.FUZZ_SEED ?? 7));
		expect(wrong.slice(0, 5)).toEqual([]);
		expect((await ask(address, '/about/')).body).toBe('about');
	});
});
