import type { CorpusOptions } from '../corpus/pass/open.ts';
import type { FilePreview, PartPreview } from '../corpus/pass/preview.ts';
import type { UnknownTable } from '../corpus/pass/unknown-table.ts';
import type { Hooks } from '../source/hooks.ts';
import { watchLife } from '../threads/life.ts';
import type { CorpusAccount } from '../dataset/account.ts';
import type { BuildOptions } from '../pipeline/build.ts';
import type { PaperText } from '../pipeline/model.ts';
import type { IndexManifest } from '../pipeline/write/rebuild-index.ts';
import type { OnProgress } from '../base/progress.ts';
import type { ArchivePart, ArrowBatch, Built, Failed, PartOfCorpus, Request, Response } from './protocol.ts';

export type { ArchivePart, ArrowBatch, Built, FilePreview, PartOfCorpus, PartPreview, UnknownTable };

/** What went wrong in the worker, by the name and message that it had there. */
export class WorkerError extends Error {
	/** What was read until then, where that is known. */
	readonly account: CorpusAccount | null;

	constructor({ name, message, account }: Failed) {
		super(message);
		this.name = name;
		this.account = account;
	}
}

const died = 'The browser has ended the work, perhaps for lack of memory. Try again, or with fewer papers.';

const failed = (name: string, message: string) => new WorkerError({ name, message, account: null });

/** Has a worker of its own answer a request. Nobody waits for the step that a cancelled worker is in. */
function ask(
	request: Request,
	hear: (response: Response) => void,
	signal?: AbortSignal
): Promise<Built | null> {
	const name = `build ${performance.now()} ${Math.random()}`;
	const worker = new Worker(new URL('./build.worker.ts', import.meta.url), { type: 'module', name });
	let [cancel, leave] = [() => {}, () => {}];
	return new Promise<Built | null>((resolve, reject) => {
		cancel = () => reject(failed('AbortError', 'the build was cancelled'));
		worker.onmessage = ({ data }: MessageEvent<Response>) => {
			if (data.kind === 'done') resolve(data.built);
			else if (data.kind === 'failed') reject(new WorkerError(data));
			else if (!signal?.aborted) hear(data);
		};
		worker.onerror = ({ message }) =>
			reject(failed('WorkerError', message || 'The worker that reads the papers could not be started.'));
		leave = watchLife(navigator.locks, worker, name, () => reject(failed('WorkerError', died)));
		signal?.addEventListener('abort', cancel);
		if (signal?.aborted) cancel();
		else worker.postMessage(request);
	}).finally(() => {
		signal?.removeEventListener('abort', cancel);
		leave();
		worker.terminate();
	});
}

export interface BuildRequest {
	files: readonly File[];
	corpus: CorpusOptions;
	options: BuildOptions;
	/** The papers to look for themes in; by default all. */
	part?: PartOfCorpus | undefined;
	/** Called with each batch, in the order in which the builder wrote them. */
	onBatch: (batch: ArrowBatch) => void;
}

/**
 * Builds a dataset from files in a worker of its own, which ends with the build.
 * @throws WorkerError, named AbortError when the signal cancels it
 */
export async function buildInWorker(request: BuildRequest, hooks: Hooks = {}): Promise<Built> {
	const { onBatch, ...wanted } = request;
	const hear = (response: Response) => {
		if (response.kind === 'progress') hooks.onProgress?.(response.progress);
		else if (response.kind === 'batch') onBatch(response);
	};
	return (await ask({ kind: 'build', ...wanted }, hear, hooks.signal)) as Built;
}

/**
 * Looks into files: what they are and what their first records become.
 * @param onPreview called with the place of a file in the list and what was found, as soon as that is known
 * @throws WorkerError, named AbortError when the signal cancels it
 */
export async function previewInWorker(
	files: readonly File[],
	corpus: CorpusOptions,
	onPreview: (index: number, preview: FilePreview) => void,
	signal?: AbortSignal
): Promise<void> {
	const hear = (response: Response) => {
		if (response.kind === 'preview') onPreview(response.index, response.preview);
	};
	await ask({ kind: 'preview', files, corpus }, hear, signal);
}

export interface IndexRequest {
	/** Of all papers, in the order of their ids. */
	texts: readonly PaperText[];
	manifest: IndexManifest;
	onBatch: (batch: ArrowBatch) => void;
	/** Told of the papers that are read. */
	onProgress: OnProgress;
}

/**
 * Writes the search index of a dataset anew, in a worker of its own.
 * @throws WorkerError, also when the index is not the one that the manifest states
 */
export async function indexInWorker(request: IndexRequest, signal?: AbortSignal): Promise<void> {
	const { texts, onBatch, onProgress } = request;
	const { parameters, tables, files } = request.manifest;
	const hear = (response: Response) => {
		if (response.kind === 'batch') onBatch(response);
		else if (response.kind === 'progress' && response.progress.stage === 'assign')
			onProgress(response.progress);
	};
	await ask({ kind: 'index', texts, manifest: { parameters, tables, files } }, hear, signal);
}

/**
 * Makes one file of the parts of a saved dataset.
 * @param parts all but the checksums, in their order
 * @throws WorkerError
 */
export async function packInWorker(parts: readonly ArchivePart[], onProgress: OnProgress): Promise<Blob> {
	let file: Blob | null = null;
	const hear = (response: Response) => {
		if (response.kind === 'packing') onProgress(response.progress);
		else if (response.kind === 'packed') file = response.file;
	};
	await ask({ kind: 'pack', parts }, hear);
	return file ?? new Blob();
}
