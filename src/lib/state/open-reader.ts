import type { OnProgress, Progress } from '../base/progress.ts';
import { bootEngine } from '../database/boot.ts';
import { fetchFile, request } from '../database/fetch-file.ts';
import { WasmDatabase } from '../database/wasm-database.ts';
import { attachMain } from '../queries/sql/all-papers.ts';
import { partsOf } from '../queries/sql/tables.ts';
import { answersHeader } from '../remote/asking.ts';
import type { DatasetFile, Manifest } from '../dataset/manifest.ts';
import { ManifestError, parseManifest } from '../dataset/read-manifest.ts';
import type { LoadingStep } from './engine-session.svelte.ts';
import type { DatasetReader } from './reader.ts';
import { openRemote } from './remote-reader.ts';
import { WasmReader } from './wasm-reader.ts';

/** Adds up the bytes of files that load at the same time; the total is known when each file's is. */
function together(files: readonly DatasetFile[], report: OnProgress): Map<DatasetFile, OnProgress> {
	const loading = new Map<DatasetFile, Progress>(files.map((file) => [file, { done: 0, total: null }]));
	const sum = () => {
		const all = [...loading.values()];
		const total = all.some((file) => file.total === null)
			? null
			: all.reduce((bytes, file) => bytes + (file.total ?? 0), 0);
		report({ done: all.reduce((bytes, { done }) => bytes + done, 0), total });
	};
	return new Map(files.map((file) => [file, (progress) => (loading.set(file, progress), sum())]));
}

function manifestIn(text: string): Manifest {
	try {
		return parseManifest(text);
	} catch (error) {
		if (!(error instanceof ManifestError)) throw error;
		throw new Error(`The dataset's manifest cannot be read: ${error.message}. Build it again.`, {
			cause: error
		});
	}
}

class BuiltAnew extends Error {
	constructor() {
		super('The site has been built anew since this page was loaded. Load the page again.');
	}
}

/** A manifest that was fetched. @throws Error in words when it cannot be read or is another dataset's */
function manifestOf(text: string, fingerprint: string): Manifest {
	const manifest = manifestIn(text);
	if (manifest.fingerprint !== fingerprint) throw new BuiltAnew();
	return manifest;
}

/** Files that were fetched while the site was built anew do not belong together. @throws when it was */
async function requireSame(address: URL, text: string): Promise<void> {
	const now = await fetch(address, { cache: 'no-cache' }).catch(() => null);
	// A host that is gone has not built anything.
	if (now?.ok && (await now.text()) !== text) throw new BuiltAnew();
}

interface Place {
	/** Address of the dataset's folder, ending in a slash. */
	dataset: URL;
	/** Address of the engine's WebAssembly, as a gzip file. */
	engine: URL;
	/** That of the dataset that the page was made for. */
	fingerprint: string;
	/** Whether the server may answer questions itself: then it is heard before the engine is fetched. */
	mayAnswer: boolean;
}

/**
 * Opens a dataset: where its server says that it answers, there, else in a query engine of its own. It fetches the
 * manifest and the engine, starts that, and attaches the dataset's main files. Others follow when they are needed.
 * @throws Error in words when a file is missing, the dataset is of another version or was built anew, or the engine
 * does not start
 */
export async function openReader(
	{ dataset, engine, fingerprint, mayAnswer }: Place,
	report: (step: LoadingStep) => void,
	signal: AbortSignal
): Promise<DatasetReader> {
	const at = (path: string) => new URL(path, dataset);
	const reporting = (step: string) => (progress: Progress) => report({ step, ...progress });
	const asked = request(at('manifest.json'), signal);
	if (mayAnswer && (await asked).headers.has(answersHeader)) {
		return openRemote(dataset, manifestOf(await (await asked).text(), fingerprint));
	}
	const booting = bootEngine(engine, reporting('Loading the query engine'), signal);
	const [text, connection] = await Promise.all([asked.then((answer) => answer.text()), booting]).catch(
		(error: unknown): never => {
			void booting.then((started) => started.close()).catch(() => {});
			throw error;
		}
	);
	let main = new Map<DatasetFile, OnProgress>();
	const database = new WasmDatabase(connection, async (file) => {
		const blob = await fetchFile(at(file.file), main.get(file));
		await requireSame(at('manifest.json'), text);
		return new Uint8Array(await blob.arrayBuffer());
	});
	try {
		const manifest = manifestOf(text, fingerprint);
		main = together(partsOf(manifest.files, 'dataset'), reporting('Loading the dataset'));
		await database.start();
		await attachMain(database, manifest, signal);
		return new WasmReader(database, manifest);
	} catch (error) {
		await database.close();
		throw error;
	}
}
