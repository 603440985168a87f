import type { OnProgress } from '../../../base/progress.ts';
import type { StageProgress } from '../../../source/hooks.ts';
import type { Opening } from '../../../state/datasets.svelte.ts';
import type { LoadingStep } from '../../../state/engine-session.svelte.ts';
import type { FillingDataset } from '../../../state/fill-dataset.ts';
import {
	packInWorker,
	type ArchivePart,
	type ArrowBatch,
	type buildInWorker,
	type Built,
	type PartOfCorpus
} from '../../../worker/client.ts';
import { buildOptions, corpusOptions, type BuildChoices, type FileReading } from '../../../worker/choices.ts';
import { Estimate } from './estimate.ts';
import { Handover } from './handover.ts';
import { manifestEntry, rowsEntry } from '../../../archive/entry-name.ts';

const blobOf = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);

/** The batches of a dataset that is being built, outside the page's memory, until they are packed as one file. */
class Parcel {
	readonly #rows: ArchivePart[] = [];
	readonly #chunks = new Map<string, number>();

	/** Notes a batch, before anybody else may take its bytes. */
	add({ table, part, arrow }: ArrowBatch): void {
		const key = `${table} ${part}`;
		const chunk = this.#chunks.get(key) ?? 0;
		this.#chunks.set(key, chunk + 1);
		this.#rows.push({ name: rowsEntry(table, part, chunk), content: blobOf(arrow) });
	}

	/** The dataset as one file, which the command line opens, too. */
	pack({ manifest, model }: Built, onProgress: OnProgress): Promise<Blob> {
		const text = `${JSON.stringify(manifest, null, '\t')}\n`;
		const files = [...model].map(([name, bytes]) => ({ name: `model/${name}`, content: blobOf(bytes) }));
		const parts = [{ name: manifestEntry, content: new Blob([text]) }, ...files, ...this.#rows];
		return packInWorker(parts, onProgress);
	}
}

/** Starts the engine that the rows go to. */
export type Fill = (report: (step: LoadingStep) => void, signal: AbortSignal) => Promise<FillingDataset>;

/** What is read, and how. */
export interface Wanted {
	files: readonly File[];
	/** What is said of each file. */
	readings: readonly FileReading[];
	choices: BuildChoices;
	/** The papers to look for themes in; `null` for all. */
	part: PartOfCorpus | null;
}

/** How far a build is. */
export interface BuildState {
	progress: StageProgress | null;
	/** Share of the work that is done, 0 to 1; `null` while nobody knows. */
	share: number | null;
	/** Seconds left; `null` while nobody can say. */
	left: number | null;
}

/** Milliseconds between two drawings of the progress. */
const pause = 100;

/** Draws the progress, not more often than anybody can see. */
function drawing(draw: (state: BuildState) => void, signal: AbortSignal): (progress: StageProgress) => void {
	const estimate = new Estimate();
	const start = performance.now();
	let drawn = -Infinity;
	return (progress) => {
		const before = estimate.stage;
		estimate.note(progress);
		const now = performance.now();
		if (signal.aborted || (estimate.stage === before && now - drawn < pause)) return;
		if (progress.stage !== estimate.stage) return;
		drawn = now;
		const { share } = estimate;
		draw({ progress, share, left: estimate.left((now - start) / 1000) });
	};
}

/**
 * Reads files and finds their themes in a worker, whose rows fill an engine meanwhile.
 * @throws WorkerError when they do not become a dataset, Error in words when the engine does not start; either ends
 * both
 */
export async function openFiles(
	{ fill, build }: { fill: Fill; build: typeof buildInWorker },
	{ files, readings, choices, part }: Wanted,
	draw: (state: BuildState) => void,
	signal: AbortSignal
): Promise<Pick<Opening, 'manifest' | 'reader' | 'pack'>> {
	const filling = fill(() => {}, signal);
	const handover = new Handover(filling);
	const parcel = new Parcel();
	try {
		const work = build(
			{
				files,
				corpus: corpusOptions(choices, readings),
				options: buildOptions(choices),
				part: part ?? undefined,
				onBatch: (batch) => {
					parcel.add(batch);
					handover.insert(batch);
				}
			},
			{ signal, onProgress: drawing(draw, signal) }
		);
		const built = await Promise.race([work, handover.failure]);
		const { manifest } = built;
		const reader = await handover.finish(manifest);
		signal.throwIfAborted();
		return { manifest, reader, pack: (onProgress: OnProgress) => parcel.pack(built, onProgress) };
	} catch (error) {
		void filling.then((dataset) => dataset.close()).catch(() => {});
		throw error;
	}
}
