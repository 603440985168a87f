import type { Manifest } from '../dataset/manifest.ts';
import { remoteQueries } from '../remote/remote-queries.ts';
import type { Send } from '../remote/asking.ts';
import type { DatasetReader } from './reader.ts';

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
	const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
	let rest = '';
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			const lines = (rest + next.value).split('\n');
			rest = lines.pop() ?? '';
			yield* lines;
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

async function refusal(response: Response): Promise<Error> {
	const words = (await response.text()).trim();
	return response.status === 404 ? new RangeError(words) : new Error(words);
}

/**
 * Sends questions to the server that a dataset comes from.
 * @param dataset address of the dataset's folder, ending in a slash
 */
function sendTo(dataset: URL): Send {
	const url = new URL('ask', dataset);
	return async function* (asked, signal) {
		signal?.throwIfAborted();
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(asked),
			...(signal ? { signal } : {})
		});
		if (!response.ok) throw await refusal(response);
		if (response.body) yield* linesOf(response.body);
	};
}

/** A dataset whose questions its server answers; nothing of it is loaded but answers. */
export function openRemote(dataset: URL, manifest: Manifest): DatasetReader {
	return {
		...remoteQueries(manifest, sendTo(dataset)),
		answersFrom: 'server',
		close: () => Promise.resolve()
	};
}
