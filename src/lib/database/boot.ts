import type * as duckdb from '@duckdb/duckdb-wasm';

import { asError } from '../base/as-error.ts';
import type { OnProgress } from '../base/progress.ts';
import { watchLife } from '../threads/life.ts';
import type { Connection } from './connection.ts';
import { fetchFile, inflated } from './fetch-file.ts';

/** A worker that runs an engine, and what is known of its end. */
interface EngineWorker {
	worker: Worker;
	/** Resolves when the worker has broken or been killed, which would otherwise leave every request unanswered. */
	died: Promise<Error>;
	/** Says that it is of no use any more. */
	die: (why: string) => void;
	end: () => void;
}

const stopped = 'The query engine has stopped, perhaps for lack of memory.';

function startWorker(): EngineWorker {
	const name = `engine ${performance.now()} ${Math.random()}`;
	const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name });
	let die: EngineWorker['die'] = () => {};
	const died = new Promise<Error>((resolve) => (die = (why) => resolve(new Error(why))));
	worker.addEventListener('error', ({ message }) =>
		die(message || 'The worker of the query engine could not be started.')
	);
	const end = watchLife(navigator.locks, worker, name, () => die(stopped));
	return { worker, died, die, end };
}

const failing = (died: Promise<Error>): Promise<never> =>
	died.then((error) => {
		throw error;
	});

/** Rejects as soon as the signal aborts. */
function abortOf(signal: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
	});
}

/**
 * Has the worker make an address of the WebAssembly: in a page that was opened from a file no thread may fetch what
 * another one has made an address of.
 */
function addressIn(worker: Worker, wasm: Blob): Promise<string> {
	return new Promise((resolve) => {
		worker.addEventListener('message', ({ data }) => resolve(String(data)), { once: true });
		worker.postMessage(wasm);
	});
}

/** Starts an engine in its worker. */
async function startEngine(
	{ AsyncDuckDB, VoidLogger }: typeof duckdb,
	worker: Worker,
	wasm: Blob
): Promise<duckdb.AsyncDuckDB> {
	const address = await addressIn(worker, new Blob([wasm], { type: 'application/wasm' }));
	const engine = new AsyncDuckDB(new VoidLogger(), worker);
	await engine.instantiate(address);
	worker.postMessage(address);
	await engine.open({ path: ':memory:' });
	return engine;
}

/**
 * Starts DuckDB-WASM in a worker. For browsers only: the library is imported when this is called, so that pages
 * can be prerendered.
 * @param wasm address of the EH bundle's WebAssembly, as a gzip file
 * @throws when a file cannot be had or the engine does not start; the signal's reason when that aborts first
 */
export async function bootEngine(wasm: URL, onBytes: OnProgress, signal: AbortSignal): Promise<Connection> {
	const [library, file] = await Promise.all([
		import('@duckdb/duckdb-wasm'),
		fetchFile(wasm, onBytes, signal).then((packed) => inflated(packed, signal))
	]);
	signal.throwIfAborted();
	const { worker, died, die, end } = startWorker();
	const close = async () => {
		end();
		worker.terminate();
	};
	try {
		// Compiling takes a second of the processor, which nobody waits for after a cancel.
		const engine = await Promise.race([startEngine(library, worker, file), failing(died), abortOf(signal)]);
		const connection = await engine.connect();
		return {
			query: (sql) =>
				connection.query(sql).catch((error: unknown) => {
					// A trap leaves WebAssembly in no state to go on from.
					if (asError(error).name === 'RuntimeError') die(stopped);
					throw error;
				}),
			register: (name, bytes) => engine.registerFileBuffer(name, bytes),
			// The engine takes the name of an attached database for that of a schema.
			insert: (catalog, name, arrow) =>
				connection.insertArrowFromIPCStream(arrow, { schema: catalog, name, create: false }),
			died,
			close
		};
	} catch (error) {
		await close();
		throw error;
	}
}
