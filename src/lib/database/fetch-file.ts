import type { OnProgress } from '../base/progress.ts';

/** A file that could not be fetched, in words. */
class FetchError extends Error {
	override readonly name = 'FetchError';
}

/**
 * The answer to a request for a file, its content not read yet.
 * @throws FetchError when it cannot be had; the signal's reason when that aborts first
 */
export async function request(url: URL, signal: AbortSignal | undefined): Promise<Response> {
	const name = url.pathname.split('/').at(-1);
	let response: Response;
	try {
		response = await fetch(url, signal ? { signal } : {});
	} catch (cause) {
		signal?.throwIfAborted();
		throw new FetchError(`${name} could not be reached: is the connection up?`, { cause });
	}
	if (response.ok) return response;
	throw new FetchError(`${name} could not be loaded: the server answered ${response.status}.`);
}

/**
 * Fetches a file whole.
 * @throws FetchError when it cannot be had; the signal's reason when that aborts first
 */
export async function fetchFile(url: URL, onBytes?: OnProgress, signal?: AbortSignal): Promise<Blob> {
	const response = await request(url, signal);
	if (!response.body) return response.blob();
	// The length of an encoded answer is not that of what arrives here.
	const length = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
	const total = length === null ? null : Number(length);
	let done = 0;
	const counted = response.body.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform(chunk, controller) {
				done += chunk.length;
				onBytes?.({ done, total });
				controller.enqueue(chunk);
			}
		})
	);
	return new Response(counted).blob();
}

/** The content of a gzip file; anything else, such as one that a host has inflated on the way, as it is. */
export async function inflated(file: Blob, signal?: AbortSignal): Promise<Blob> {
	const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	if (first !== 0x1f || second !== 0x8b) return file;
	const unpacked = file.stream().pipeThrough(new DecompressionStream('gzip'), signal ? { signal } : {});
	return new Response(unpacked).blob();
}
