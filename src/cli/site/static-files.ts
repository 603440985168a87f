import { constants, type BigIntStats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lookup } from 'mrmime';

import { answersHeader } from '../../lib/remote/asking.ts';
import { rangeFor, statusFor, type Version } from './conditions.ts';

/** Types that no registry has: of a dataset's files. */
const ownTypes = new Map([['duckdb', 'application/octet-stream']]);

function typeOf(path: string): string {
	const extension = path.slice(path.lastIndexOf('.') + 1);
	const type = ownTypes.get(extension) ?? lookup(extension) ?? 'application/octet-stream';
	return /^text\/|javascript|json$/.test(type) ? `${type}; charset=utf-8` : type;
}

/** An open file. What takes its place while it is read is another file. */
interface Found extends Version {
	readonly handle: FileHandle;
	readonly size: number;
	readonly path: string;
}

const versionOf = ({ ino, size, mtimeNs }: BigIntStats): Version => ({
	etag: `"${[ino, size, mtimeNs].map((value) => value.toString(36)).join('-')}"`,
	modified: Number(mtimeNs / 1_000_000n)
});

async function openFile(path: string): Promise<Found | 'folder' | null> {
	// A pipe would be waited for.
	const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const stats = await handle.stat({ bigint: true });
		if (stats.isFile()) return { handle, path, size: Number(stats.size), ...versionOf(stats) };
		await handle.close();
		return stats.isDirectory() ? 'folder' : null;
	} catch (error) {
		await handle.close().catch(() => undefined);
		throw error;
	}
}

/** Codes of the system for what is not there. */
const absent = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EISDIR', 'EINVAL', 'ENXIO'];
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** The file, or nothing where there is none. */
async function find(path: string): Promise<Found | 'folder' | null> {
	try {
		return await openFile(path);
	} catch (error) {
		if (absent.includes(codeOf(error))) return null;
		throw error;
	}
}

const isHidden = (segment: string) => segment.startsWith('.') || /[\0\\]/.test(segment);

/** What is served: pages, and the dataset under `/dataset/` where it is not among their files. */
export interface Folders {
	readonly page: string;
	readonly dataset?: string;
	/** Answers questions about the dataset, where the server does that. */
	readonly answers?: RequestListener;
}

/** The path below the folders that an address names; `null` for one that leaves them or cannot be decoded. */
function pathOf({ page, dataset }: Folders, pathname: string): string | null {
	try {
		const segments = decodeURIComponent(pathname).split('/');
		if (segments.some(isHidden)) return null;
		const [, first, ...below] = segments;
		if (dataset !== undefined && first === 'dataset') return join(dataset, below.join(sep));
		return join(page, segments.join(sep));
	} catch {
		return null;
	}
}

function refuse(response: ServerResponse, status: number, words: string): void {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
}

/** Sends bytes of a file, fewer than announced only by breaking the connection off. */
async function sendBytes(response: ServerResponse, { handle }: Found, first: number, last: number) {
	if (last < first) return void response.end();
	const bytes = handle.createReadStream({ start: first, end: last, autoClose: false });
	await pipeline(bytes, response, { end: false });
	if (bytes.bytesRead < last - first + 1) response.destroy();
	else response.end();
}

const described = ['Cache-Control', 'ETag', 'Last-Modified', 'Accept-Ranges', 'Content-Range'];

function describe(response: ServerResponse, { etag, modified, path }: Found): void {
	const unchanging = path.includes(`${sep}immutable${sep}`);
	response.setHeader('Cache-Control', unchanging ? 'public, max-age=31536000, immutable' : 'no-cache');
	response.setHeader('ETag', etag);
	response.setHeader('Last-Modified', new Date(modified).toUTCString());
}

async function send(request: IncomingMessage, response: ServerResponse, file: Found): Promise<void> {
	describe(response, file);
	const isHead = request.method === 'HEAD';
	const status = statusFor(request.headers, file);
	if (status !== 200) return void response.writeHead(status).end();
	const range = isHead ? null : rangeFor(request.headers, file, file.size);
	response.setHeader('Accept-Ranges', 'bytes');
	if (range === 'unsatisfiable') {
		return void response
			.writeHead(416, { 'Content-Range': `bytes */${file.size}`, 'Content-Length': 0 })
			.end();
	}
	const { first, last } = range ?? { first: 0, last: file.size - 1 };
	if (range) response.setHeader('Content-Range', `bytes ${first}-${last}/${file.size}`);
	response.writeHead(range ? 206 : 200, {
		'Content-Type': typeOf(file.path),
		'Content-Length': last - first + 1
	});
	if (isHead) response.end();
	else await sendBytes(response, file, first, last);
}

async function sendMissing(request: IncomingMessage, response: ServerResponse, folders: Folders) {
	const page = await find(join(folders.page, '404.html'));
	if (page === null || page === 'folder') return refuse(response, 404, 'There is no such page here.');
	try {
		response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': page.size });
		if (request.method === 'HEAD') response.end();
		else await sendBytes(response, page, 0, page.size - 1);
	} finally {
		await page.handle.close();
	}
}

async function answer(request: IncomingMessage, response: ServerResponse, folders: Folders): Promise<void> {
	const [, pathname = '/', search = ''] = /^([^?#]*)([^#]*)/.exec(request.url ?? '/') ?? [];
	const path = pathOf(folders, pathname.startsWith('/') ? pathname : `/${pathname}`);
	const found = path === null ? null : await find(pathname.endsWith('/') ? join(path, 'index.html') : path);
	if (found === null || path === null) return sendMissing(request, response, folders);
	if (found === 'folder') return sendFolder(request, response, folders, { path, pathname, search });
	try {
		await send(request, response, found);
	} finally {
		await found.handle.close();
	}
}

/** Leads from a folder to the address with a slash at its end, to which its page's links are relative. */
async function sendFolder(
	request: IncomingMessage,
	response: ServerResponse,
	folders: Folders,
	{ path, pathname, search }: Record<'path' | 'pathname' | 'search', string>
): Promise<void> {
	const page = pathname.endsWith('/') ? null : await find(join(path, 'index.html'));
	if (page === null || page === 'folder') return sendMissing(request, response, folders);
	await page.handle.close();
	// Two slashes at the start would lead to another host.
	response.writeHead(308, { Location: `${pathname.replace(/^\/+/, '/')}/${search}` }).end();
}

function fail(response: ServerResponse, error: unknown): void {
	if (response.headersSent) return void response.destroy();
	for (const name of described) response.removeHeader(name);
	const code = codeOf(error);
	if (code === 'EACCES' || code === 'EPERM') refuse(response, 403, 'This file may not be read.');
	else if (code === 'EMFILE' || code === 'ENFILE')
		refuse(response, 503, 'Too many files are open. Try again.');
	else refuse(response, 500, 'This file cannot be read.');
}

/**
 * Answers GET and HEAD with the files of folders as RFC 9110 says, each as it is at that moment: conditions, one
 * range of bytes, types. Whatever is asked for, an answer comes and nothing is thrown.
 * @param isOurs whether a `Host` is a name of this server
 */
export function staticFiles(folders: Folders, isOurs: (host: string) => boolean): RequestListener {
	return (request, response) => {
		response.setHeader('X-Content-Type-Options', 'nosniff');
		const [, absolute, rest = '/'] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(request.url ?? '') ?? [];
		if (absolute !== undefined) request.url = rest;
		if (!isOurs(absolute ?? request.headers.host ?? '')) {
			return refuse(response, 403, 'This server answers to localhost alone. HOST=NAME starts it for others.');
		}
		if (folders.answers) {
			response.setHeader(answersHeader, 'yes');
			if (request.method === 'POST' && request.url === '/dataset/ask')
				return folders.answers(request, response);
		}
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.setHeader('Allow', 'GET, HEAD');
			return refuse(response, 405, 'Only GET and HEAD are answered here.');
		}
		void answer(request, response, folders).catch((error: unknown) => fail(response, error));
	};
}
