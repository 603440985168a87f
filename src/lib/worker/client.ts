import type { CorpusOptions } from '../corpus/open.ts';
import type { Hooks } from '../dataset/hooks.ts';
import type { Manifest } from '../dataset/manifest.ts';
import type { AnyBatch } from '../dataset/rows.ts';
import type { TableName } from '../dataset/schema.ts';
import type { BuildOptions } from '../pipeline/build.ts';
import type { Response } from './protocol.ts';

export interface BuildRequest {
	files: readonly File[];
	corpus: CorpusOptions;
	options: BuildOptions;
	/** Called with each batch, in the order in which the builder wrote them. */
	onBatch: (table: TableName, batch: AnyBatch, part: number) => void;
}

function failure({ name, message }: { name: string; message: string }): Error {
	const error = new Error(message);
	error.name = name;
	return error;
}

let requests = 0;

/**
 * Builds a dataset from files in a worker of its own, which ends with the build.
 * @throws the worker's error by name and message; an AbortError when the signal cancels it
 */
export function buildInWorker(request: BuildRequest, hooks: Hooks = {}): Promise<Manifest> {
	const { files, corpus, options, onBatch } = request;
	const id = ++requests;
	const worker = new Worker(new URL('./build.worker.ts', import.meta.url), { type: 'module' });
	let cancel = () => {};
	return new Promise<Manifest>((resolve, reject) => {
		// The worker ends with the promise: nobody waits for the step that it is in.
		cancel = () => reject(failure({ name: 'AbortError', message: 'the build was cancelled' }));
		worker.onmessage = ({ data }: MessageEvent<Response>) => {
			if (data.id !== id) return;
			if (data.kind === 'progress') hooks.onProgress?.(data.progress);
			else if (data.kind === 'batch') onBatch(data.table, data.batch, data.part);
			else if (data.kind === 'done') resolve(data.manifest);
			else reject(failure(data));
		};
		worker.onerror = (event) =>
			reject(failure({ name: 'WorkerError', message: event.message || 'the worker failed to start' }));
		hooks.signal?.addEventListener('abort', cancel);
		if (hooks.signal?.aborted) cancel();
		else worker.postMessage({ id, files, corpus, options });
	}).finally(() => {
		hooks.signal?.removeEventListener('abort', cancel);
		worker.terminate();
	});
}
