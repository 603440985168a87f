import type { ByteSource } from '../corpus/bytes.ts';
import { openCorpus } from '../corpus/open.ts';
import { corpusParameters } from '../corpus/parameters.ts';
import type { Hooks } from '../dataset/hooks.ts';
import type { Manifest } from '../dataset/manifest.ts';
import type { DatasetSink } from '../dataset/sink.ts';
import { buildDataset } from '../pipeline/build.ts';
import type { Port, Request, Response } from './protocol.ts';

async function* chunks(file: Blob): AsyncGenerator<Uint8Array> {
	const reader = file.stream().getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} finally {
		await reader.cancel();
	}
}

function byteSource(file: File): ByteSource {
	return { name: file.name, size: file.size, stream: () => chunks(file) };
}

/** Bytes of a file that a tab can work on. */
const largestFile = 1_000_000_000;

async function build(request: Request, port: Port<Response, Request>): Promise<Manifest> {
	const { id, files, corpus, options } = request;
	const hooks: Hooks = { onProgress: (progress) => port.postMessage({ id, kind: 'progress', progress }) };
	const sink: DatasetSink = {
		write: async (table, batch, part) => port.postMessage({ id, kind: 'batch', table, part, batch })
	};
	const source = openCorpus(files.map(byteSource), corpus, { maxBytes: largestFile });
	const { manifest } = await buildDataset(
		source,
		{ ...options, corpus: corpusParameters(corpus) },
		sink,
		hooks
	);
	return manifest;
}

/** Answers the page's requests on a port: builds a dataset, reports, and never leaves a request unanswered. */
export function serve(port: Port<Response, Request>): void {
	port.addEventListener('message', async ({ data: request }) => {
		const { id } = request;
		try {
			port.postMessage({ id, kind: 'done', manifest: await build(request, port) });
		} catch (error) {
			const { name, message } = error instanceof Error ? error : new Error(String(error));
			port.postMessage({ id, kind: 'failed', name, message });
		}
	});
}
