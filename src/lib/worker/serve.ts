import { asError } from '../base/as-error.ts';
import type { ByteSource } from '../corpus/bytes/bytes.ts';
import { openCorpus, optionsOf } from '../corpus/pass/open.ts';
import { corpusParameters } from '../corpus/pass/parameters.ts';
import { previewFile, type FilePreview } from '../corpus/pass/preview.ts';
import { selectedPapers } from '../corpus/pass/selected-papers.ts';
import type { StageProgress } from '../source/hooks.ts';
import type { DatasetSink } from '../dataset/sink.ts';
import { buildDataset, EmptyCorpusError } from '../pipeline/build.ts';
import { rebuildIndex } from '../pipeline/write/rebuild-index.ts';
import { serialiseModel } from '../pipeline/serialise.ts';
import { arrowOf } from '../archive/arrow-batch.ts';
import { writeArchive, type ZipEntry } from '../archive/write.ts';
import { turns } from './turns.ts';
import type { Built, Failed, Port, Request, Response } from './protocol.ts';
import { lendPool, type StartedPool } from '../threads/lend-pool.ts';
import { watchLife } from '../threads/life.ts';
import type { Pool } from '../threads/pool.ts';
import type { ResultMessage } from '../threads/serve-jobs.ts';
import { workerPool } from '../threads/worker-pool.ts';

const died =
	'The browser has ended a part of the work, perhaps for lack of memory. Try again, or with fewer papers.';

/** Threads, at most: each holds a model and words of its own. */
const mostThreads = 4;

function start(size: number): StartedPool {
	const own = `${performance.now()} ${Math.random()}`;
	const names = Array.from({ length: size }, (_, id) => `${id} of ${own}`);
	const workers = names.map(
		(name) => new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module', name })
	);
	const pool = workerPool(workers.map((worker) => (message, moves) => worker.postMessage(message, moves)));
	workers.forEach((worker, thread) => {
		worker.onmessage = ({ data }: MessageEvent<ResultMessage>) => pool.receive(thread, data);
		worker.onerror = ({ message }) =>
			pool.fail(new Error(message || 'A worker that assigns papers could not be started.'));
	});
	const watches = workers.map((worker, thread) =>
		watchLife(navigator.locks, worker, names[thread]!, () => pool.fail(new Error(died)))
	);
	const end = () => {
		for (const leave of watches) leave();
		workers.forEach((worker) => worker.terminate());
	};
	return { pool, end };
}

/** Lends workers that do the pipeline's jobs; they start with the first task and end with the work. */
function withThreads<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
	const size = Math.max(1, Math.min(mostThreads, navigator.hardwareConcurrency));
	return lendPool(size, start, work);
}

type Page = Port<Response, Request>;

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
	return {
		name: file.name,
		size: file.size,
		read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
		stream: () => chunks(file)
	};
}

/** Bytes of a file that a tab can work on. */
const largestFile = 1_000_000_000;

/** Hands rows to the page. */
const sinkOf = (page: Page): DatasetSink => ({
	write: async (table, batch, part) => {
		const arrow = arrowOf(table, batch);
		page.postMessage({ kind: 'batch', table, part, arrow }, [arrow.buffer]);
	}
});

async function build(request: Extract<Request, { kind: 'build' }>, page: Page): Promise<Built> {
	const { files, corpus, options, part } = request;
	const all = openCorpus(files.map(byteSource), corpus, { maxBytes: largestFile });
	const source = part ? selectedPapers(all, part.marks) : all;
	const onProgress = (progress: StageProgress) => page.postMessage({ kind: 'progress', progress });
	const names = files.map(({ name }) => name);
	const complete = { ...options, corpus: { ...corpusParameters(corpus, names), ...part?.stated } };
	const { manifest, model } = await withThreads((pool) =>
		buildDataset(source, complete, sinkOf(page), { onProgress, pause: turns(), pool })
	);
	const notices = part ? [part.notice, ...manifest.notices] : manifest.notices;
	return { manifest: { ...manifest, notices }, model: serialiseModel(model) };
}

async function preview({ files, corpus }: Extract<Request, { kind: 'preview' }>, page: Page): Promise<null> {
	for (const [index, file] of files.entries()) {
		const found = await previewFile(byteSource(file), optionsOf(corpus, index), largestFile).catch(
			unreadable
		);
		page.postMessage({ kind: 'preview', index, preview: found });
	}
	return null;
}

/** A file that is gone, that may not be read, or that is a folder. */
function unreadable(error: unknown): FilePreview {
	const reason = asError(error).message;
	return {
		parts: [],
		complete: false,
		problem: `it could not be read (${reason}). Choose it again; of a folder, choose the files in it.`,
		table: null
	};
}

/** Makes one file of the parts of a dataset. */
async function pack({ parts }: Extract<Request, { kind: 'pack' }>, page: Page): Promise<null> {
	const total = parts.reduce((sum, { content }) => sum + content.size, 0);
	let done = 0;
	async function* entries(): AsyncGenerator<ZipEntry> {
		for (const { name, content } of parts) {
			yield { name, content: [new Uint8Array(await content.arrayBuffer())] };
			page.postMessage({ kind: 'packing', progress: { done: (done += content.size), total } });
		}
	}
	const packed: BlobPart[] = [];
	for await (const chunk of writeArchive(entries())) packed.push(chunk as Uint8Array<ArrayBuffer>);
	page.postMessage({ kind: 'packed', file: new Blob(packed, { type: 'application/zip' }) });
	return null;
}

async function index({ texts, manifest }: Extract<Request, { kind: 'index' }>, page: Page): Promise<null> {
	const onProgress = (progress: StageProgress) => page.postMessage({ kind: 'progress', progress });
	await rebuildIndex(texts, manifest, sinkOf(page), { onProgress, pause: turns() });
	return null;
}

function answer(request: Request, page: Page): Promise<Built | null> {
	if (request.kind === 'index') return index(request, page);
	if (request.kind === 'build') return build(request, page);
	return request.kind === 'pack' ? pack(request, page) : preview(request, page);
}

function failureOf(error: unknown): Failed {
	const { name, message } = asError(error);
	return { name, message, account: error instanceof EmptyCorpusError ? error.account : null };
}

/** Answers the page's request on a port, and never leaves one unanswered. */
export function serve(page: Page): void {
	page.addEventListener('message', async ({ data: request }) => {
		try {
			page.postMessage({ kind: 'done', built: await answer(request, page) });
		} catch (error) {
			page.postMessage({ kind: 'failed', ...failureOf(error) });
		}
	});
}
