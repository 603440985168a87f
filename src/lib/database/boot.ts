import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

import type { OnProgress } from '../base/progress.ts';
import type { Connection } from './connection.ts';
import { fetchFile, inflated } from './fetch-file.ts';

/** Rejects when the worker breaks, which would otherwise leave every request unanswered. */
function failureOf(worker: Worker): Promise<never> {
	return new Promise((_, reject) => {
		worker.addEventListener('error', ({ message }) =>
			reject(new Error(message || 'The worker of the query engine could not be started.'))
		);
	});
}

/** Rejects as soon as the signal aborts. */
function abortOf(signal: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
	});
}

/**
 * An address of a blob that a worker can fetch. Without an origin, as in a page that was opened from a file, no thread
 * may fetch the blobs of another, and the address holds the bytes themselves.
 */
async function addressFor(blob: Blob): Promise<string> {
	if (origin !== 'null') return URL.createObjectURL(blob);
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result as string);
		reader.onerror = () => reject(reader.error as DOMException);
		reader.readAsDataURL(blob);
	});
}

async function instantiate(engine: AsyncDuckDB, wasm: Blob, worker: Worker): Promise<void> {
	const url = await addressFor(new Blob([wasm], { type: 'application/wasm' }));
	try {
		await Promise.race([engine.instantiate(url), failureOf(worker)]);
	} finally {
		URL.revokeObjectURL(url);
	}
	await engine.open({ path: ':memory:' });
}

/**
 * Starts DuckDB-WASM in a worker. For browsers only: the library is imported when this is called, so that pages
 * can be prerendered.
 * @param wasm address of the EH bundle's WebAssembly, as a gzip file
 * @throws when a file cannot be had or the engine does not start; the signal's reason when that aborts first
 */
export async function bootEngine(wasm: URL, onBytes: OnProgress, signal: AbortSignal): Promise<Connection> {
	const [{ AsyncDuckDB: Engine, VoidLogger }, file] = await Promise.all([
		import('@duckdb/duckdb-wasm'),
		fetchFile(wasm, onBytes, signal).then((packed) => inflated(packed, signal))
	]);
	signal.throwIfAborted();
	const worker = new Worker(workerUrl);
	const engine = new Engine(new VoidLogger(), worker);
	try {
		// Compiling takes a second of the processor, which nobody waits for after a cancel.
		await Promise.race([instantiate(engine, file, worker), abortOf(signal)]);
		const connection = await engine.connect();
		return {
			query: (sql) => connection.query(sql),
			register: (name, bytes) => engine.registerFileBuffer(name, bytes),
			// The engine takes the name of an attached database for that of a schema.
			insert: (catalog, name, arrow) =>
				connection.insertArrowFromIPCStream(arrow, { schema: catalog, name, create: false }),
			close: () => engine.terminate()
		};
	} catch (error) {
		await engine.terminate();
		throw error;
	}
}
