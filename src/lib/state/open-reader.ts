import { bootEngine } from '../database/boot.ts';
import { fetchFile } from '../database/fetch-file.ts';
import { WasmDatabase } from '../database/wasm-database.ts';
import { requireReadable } from '../dataset/compatible.ts';
import type { DatasetFile, Manifest } from '../dataset/manifest.ts';
import type { LoadingStep } from './engine-session.svelte.ts';
import type { DatasetReader } from './reader.ts';
import { WasmReader } from './wasm-reader.ts';

/**
 * Opens a dataset in a query engine of its own: fetches the manifest and the engine, starts that, and attaches
 * the dataset's main file. Other files follow when they are needed.
 * @param dataset address of the dataset's folder, ending in a slash; the engine's folder lies beside it
 * @throws Error in words when a file is missing, the dataset is of another version, or the engine does not start
 */
export async function openReader(
	dataset: URL,
	report: (step: LoadingStep) => void,
	signal: AbortSignal
): Promise<DatasetReader> {
	const at = (path: string) => new URL(path, dataset);
	const reporting = (step: string) => (loaded: number, total: number | null) =>
		report({ step, loaded, total });
	const [manifestFile, connection] = await Promise.all([
		fetchFile(at('manifest.json'), undefined, signal),
		bootEngine(at('../engine/duckdb-eh.wasm.gz'), reporting('Loading the query engine'), signal)
	]);
	const load = async ({ file }: DatasetFile, step?: string) => {
		const blob = await fetchFile(at(file), step === undefined ? undefined : reporting(step));
		return new Uint8Array(await blob.arrayBuffer());
	};
	const manifest = JSON.parse(await manifestFile.text()) as Manifest;
	const main = manifest.files.find(({ group }) => group === 'dataset');
	const database = new WasmDatabase(connection, (file) =>
		file === main ? load(file, 'Loading the dataset') : load(file)
	);
	try {
		requireReadable(manifest);
		await database.start();
		if (main) await database.attach(main, signal);
		return new WasmReader(database, manifest);
	} catch (error) {
		await database.close();
		throw error;
	}
}
