import type { ByteSource } from '../corpus/bytes.ts';
import { openCorpus } from '../corpus/open.ts';
import type { Hooks } from '../dataset/hooks.ts';
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

/** Lets messages in: unlike a timer, a message channel is not slowed down when it is nested. */
function pause(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}

/** Bytes of a file that a tab can work on. */
const largestFile = 1_000_000_000;

type BuildRequest = Extract<Request, { kind: 'build' }>;

async function build(request: BuildRequest, port: Port<Response, Request>, signal: AbortSignal) {
	const { id, files, corpus, options } = request;
	const hooks: Hooks = {
		signal,
		pause,
		onProgress: (progress) => port.postMessage({ id, kind: 'progress', progress })
	};
	const sink: DatasetSink = {
		write: async (table, batch, part) => port.postMessage({ id, kind: 'batch', table, part, batch })
	};
	return (
		await buildDataset(
			openCorpus(files.map(byteSource), corpus, { maxBytes: largestFile }),
			options,
			sink,
			hooks
		)
	).manifest;
}

/** Answers the page's requests on a port: builds a dataset, reports, cancels, and never leaves one unanswered. */
export function serve(port: Port<Response, Request>): void {
	const running = new Map<number, AbortController>();
	port.addEventListener('message', async ({ data: request }) => {
		const { id } = request;
		if (request.kind === 'cancel') {
			running.get(id)?.abort();
			return;
		}
		const controller = new AbortController();
		running.set(id, controller);
		try {
			const manifest = await build(request, port, controller.signal);
			port.postMessage({ id, kind: 'done', manifest });
		} catch (error) {
			const { name, message } = error instanceof Error ? error : new Error(String(error));
			port.postMessage({ id, kind: 'failed', name, message });
		} finally {
			running.delete(id);
		}
	});
}
