import { bootEngine } from '../database/boot.ts';
import { fetchFile } from '../database/fetch-file.ts';
import { WasmDatabase } from '../database/wasm-database.ts';
import { requireReadable } from '../dataset/compatible.ts';
import type { ExportRow } from '../dataset/export-row.ts';
import type { DatasetFile, Manifest } from '../dataset/manifest.ts';
import type { Overview } from '../dataset/overview.ts';
import type { Rejection } from '../dataset/paper.ts';
import { DatasetQueries, type ExportSelection } from '../queries/dataset-queries.ts';
import type { Filters } from '../queries/filters.ts';
import type { PaperOrder } from '../queries/paper-order.ts';
import type {
	NearestPaper,
	PaperDetail,
	PaperListRow,
	SuggestDimension,
	Suggestion
} from '../queries/paper-types.ts';
import type { CurvePoint, ThemeDetail } from '../queries/theme-types.ts';
import type { LoadingStep } from './engine-session.svelte.ts';

export type { ExportSelection };

/**
 * What the page asks of a dataset. Every question takes a signal: aborting it rejects with the signal's reason
 * and spares the engine what has not begun. A failed query rejects with a QueryError.
 */
export interface DatasetReader {
	readonly manifest: Manifest;
	/** @throws RangeError when the unit is finer than the dataset's granularity */
	overview(filters: Filters, unit: Overview['unit'], signal: AbortSignal): Promise<Overview>;
	/** `count` papers from position `from` (0 is the first) of what the filters leave. */
	papers(
		filters: Filters,
		order: PaperOrder,
		from: number,
		count: number,
		signal: AbortSignal
	): Promise<PaperListRow[]>;
	/** @throws RangeError when there is no such paper */
	paper(paperId: number, signal: AbortSignal): Promise<PaperDetail>;
	/** The papers with these ids, in the order of the ids; unknown ids are left out. */
	papersById(paperIds: readonly number[], signal: AbortSignal): Promise<PaperListRow[]>;
	/** The papers most similar to one, by the model's vectors; empty when its own text gave it none. */
	nearest(paperId: number, count: number, signal: AbortSignal): Promise<NearestPaper[]>;
	/** Values that hold a text, case and accents aside, those that begin with it first, then by papers. */
	suggest(
		dimension: SuggestDimension,
		text: string,
		count: number,
		signal: AbortSignal
	): Promise<Suggestion[]>;
	/** In the order of the paper ids, in batches of a few hundred. */
	exportRows(which: ExportSelection, signal: AbortSignal): AsyncIterable<readonly ExportRow[]>;
	/** @throws RangeError when there is no such theme */
	theme(themeId: number, signal: AbortSignal): Promise<ThemeDetail>;
	curve(signal: AbortSignal): Promise<CurvePoint[]>;
	rejections(from: number, count: number, signal: AbortSignal): Promise<Rejection[]>;
	close(): Promise<void>;
}

/** A dataset in an engine of its own. */
class WasmReader extends DatasetQueries implements DatasetReader {
	readonly #database: WasmDatabase;

	constructor(database: WasmDatabase, manifest: Manifest) {
		super(database, manifest);
		this.#database = database;
	}

	close(): Promise<void> {
		return this.#database.close();
	}
}

/**
 * Opens the site's dataset in a query engine of its own: fetches the manifest and the engine, starts that, and
 * attaches the dataset's main file. Other files follow when they are needed.
 * @param base address of the site's root, ending in a slash
 * @throws Error in words when a file is missing, the dataset is of another version, or the engine does not start
 */
export async function openReader(
	base: URL | string,
	report: (step: LoadingStep) => void,
	signal: AbortSignal
): Promise<DatasetReader> {
	const at = (path: string) => new URL(path, base);
	const reporting = (step: string) => (loaded: number, total: number | null) =>
		report({ step, loaded, total });
	const [manifestFile, connection] = await Promise.all([
		fetchFile(at('dataset/manifest.json'), undefined, signal),
		bootEngine(at('engine/duckdb-eh.wasm.gz'), reporting('Loading the query engine'), signal)
	]);
	const load = async ({ file }: DatasetFile, step?: string) => {
		const blob = await fetchFile(at(`dataset/${file}`), step === undefined ? undefined : reporting(step));
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
