import { asError } from '../../../base/as-error.ts';
import type { Archive } from '../../../archive/read.ts';
import type { Progress } from '../../../base/progress.ts';
import type { CorpusAccount } from '../../../dataset/account.ts';
import type { Datasets, OpenedDataset, Opening } from '../../../state/datasets.svelte.ts';
import type { LoadingStep } from '../../../state/engine-session.svelte.ts';
import type { KeptCorpus } from '../../../state/kept-store.ts';
import type { DatasetReader } from '../../../state/reader.ts';
import { readStored, writeStored, type KeyValueStore } from '../../../state/storage.ts';
import { buildInWorker, previewInWorker, WorkerError, type PartOfCorpus } from '../../../worker/client.ts';
import { usualChoices, type BuildChoices } from '../../../worker/choices.ts';
import { ChosenFiles, type ChosenFile, type ReadingPatch } from './chosen-files.svelte.ts';
import { openFiles, type BuildState, type Fill } from './from-files.ts';
import { isSavedDataset, loadArchive } from './load.ts';
import { partOf } from './part.ts';

export type OpenState =
	| { kind: 'choosing' }
	| ({ kind: 'building' } & BuildState)
	| { kind: 'unpacking'; name: string; progress: Progress | null }
	| { kind: 'failed'; reason: string; account: CorpusAccount | null };

/** Opens a saved dataset in an engine. */
export type OpenSaved = (
	archive: Archive,
	report: (step: LoadingStep) => void,
	signal: AbortSignal
) => Promise<DatasetReader>;

export interface OpenParts {
	datasets: Datasets;
	fill: Fill;
	openSaved: OpenSaved;
	/** Shows a dataset that has just been opened. */
	show: (opened: OpenedDataset, origin: OpeningOrigin) => Promise<void>;
	/** Where the choice to keep nothing is remembered. */
	memory?: KeyValueStore | null;
	/** What works on the files; by default, workers. */
	preview?: typeof previewInWorker;
	build?: typeof buildInWorker;
}

/** What led to an opening: files, a choice among what the browser keeps, or an address that names what it keeps. */
export type OpeningOrigin = 'files' | 'kept' | 'address';

/** What an opened dataset was made of. */
interface Origin {
	opened: OpenedDataset;
	files: readonly ChosenFile[];
	choices: BuildChoices;
	part: PartOfCorpus | null;
}

const keepingKey = 'corpuscope:keep';

/** The opening of a visitor's papers, from the choice of files to the dashboard. Lives as long as the page. */
export class OpenSession {
	readonly files: ChosenFiles;
	choices = $state.raw<BuildChoices>(usualChoices);
	/** The papers of the files to look for themes in; `null` for all. */
	part = $state.raw<PartOfCorpus | null>(null);
	state = $state.raw<OpenState>({ kind: 'choosing' });
	/** Whether what is opened next is kept in the browser. */
	#isToKeep = $state(true);
	/** The kept dataset that was last begun to be opened, until it is there. */
	#tried = $state<string | null>(null);
	#origin = $state.raw<Origin | null>(null);
	readonly #parts: OpenParts;
	/** What is under way and can still be given up. */
	#building = $state.raw<AbortController | null>(null);

	constructor(parts: OpenParts) {
		this.#parts = parts;
		this.files = new ChosenFiles(parts.preview ?? previewInWorker);
		this.#isToKeep = readStored(parts.memory ?? null, keepingKey) !== 'no';
	}

	get isToKeep(): boolean {
		return this.#isToKeep;
	}

	/** Chooses whether what is opened next is kept, for later visits too. */
	chooseToKeep(isToKeep: boolean): void {
		this.#isToKeep = isToKeep;
		writeStored(this.#parts.memory ?? null, keepingKey, isToKeep ? 'yes' : 'no');
	}

	/** Whether what is under way can be given up: not from the moment on at which its dataset is shown. */
	get canCancel(): boolean {
		return this.#building !== null;
	}

	get isBuilding(): boolean {
		return this.state.kind === 'building' || this.state.kind === 'unpacking';
	}

	/** Takes files of papers, to be looked into, or a saved dataset, which opens at once. */
	async add(files: readonly File[]): Promise<void> {
		if (files.length === 0 || this.isBuilding) return;
		this.state = { kind: 'choosing' };
		const isSaved = await Promise.all(files.map((file) => isSavedDataset(file)));
		const papers = files.filter((_, index) => !isSaved[index]);
		const saved = files.find((_, index) => isSaved[index]);
		if (papers.length > 0) {
			this.part = null;
			this.files.add(papers, this.choices);
		}
		if (saved) await this.openSaved(saved, saved.name);
	}

	/** Opens a saved dataset; it is shown when it is there. */
	async openSaved(file: Blob, name: string): Promise<void> {
		if (!this.isBuilding) await this.#run((signal) => this.#unpack(file, name, signal, this.#isToKeep));
	}

	/** Opens a dataset that the browser keeps. For an address it is tried once, until it has been opened. */
	async openKept({ id, file, name }: KeptCorpus, origin: 'kept' | 'address'): Promise<void> {
		if (this.isBuilding || (origin === 'address' && this.#tried === id)) return;
		this.#tried = id;
		await this.#run(async (signal) => {
			const opened = await this.#unpack(file, name, signal, false);
			await opened.dashboard.belongings.reload();
			if (signal.aborted) this.#parts.datasets.close();
			signal.throwIfAborted();
			this.#tried = null;
			return opened;
		}, origin);
	}

	async #unpack(file: Blob, name: string, signal: AbortSignal, isToKeep: boolean): Promise<OpenedDataset> {
		this.state = { kind: 'unpacking', name, progress: null };
		const { datasets, openSaved } = this.#parts;
		const archive = await loadArchive(file, name);
		await datasets.site.engine.close();
		const report = (progress: Progress) => {
			if (!signal.aborted) this.state = { kind: 'unpacking', name, progress };
		};
		const reader = await openSaved(archive, report, signal);
		if (signal.aborted) await reader.close();
		signal.throwIfAborted();
		const { manifest } = archive;
		const pack = () => Promise.resolve(file);
		return datasets.open({ manifest, reader, reopen: this.#reopen, pack, isToKeep });
	}

	/** Opens a dataset again whose engine has died. */
	readonly #reopen: Opening['reopen'] = async (file, report, signal) =>
		this.#parts.openSaved(await loadArchive(file, 'The dataset'), report, signal);

	/** Whether the files of the opened dataset are at hand: those of a saved one are not. */
	get hasFiles(): boolean {
		return this.#origin !== null && this.#origin.opened === this.#parts.datasets.opened;
	}

	remove(id: number): void {
		this.part = null;
		this.files.remove(id);
	}

	/** Goes back to all papers of the files. */
	widen(): void {
		this.part = null;
	}

	/**
	 * Makes ready to look for themes among the papers that the filters leave of the opened dataset: the files and
	 * reading options are those that it was made of.
	 * @throws the signal's reason when that aborts first; QueryError when the engine refuses
	 */
	async narrow(signal: AbortSignal): Promise<void> {
		const origin = this.#origin;
		if (!origin || !this.hasFiles || this.isBuilding) return;
		const { dashboard, manifest } = origin.opened;
		const { filters } = dashboard;
		const passing = await (await dashboard.use(signal)).passing(filters, signal);
		this.files.restore(origin.files);
		this.choices = { ...origin.choices };
		this.part = partOf(manifest.fingerprint, filters, origin.part?.marks ?? null, passing);
		this.state = { kind: 'choosing' };
	}

	choose(patch: Partial<BuildChoices>): void {
		this.choices = { ...this.choices, ...patch };
	}

	/** Says what columns hold, beside what was said before, and looks again. */
	name(columns: Readonly<Record<string, string>>): void {
		this.choose({ columns: { ...this.choices.columns, ...columns } });
		this.files.explain(this.choices);
	}

	/** Says how a file is to be read, and looks again. */
	reread(id: number, patch: ReadingPatch): void {
		this.part = null;
		this.files.reread(id, patch, this.choices);
	}

	/** Reads the files and finds their themes; the dataset is shown when it is there. */
	async start(): Promise<void> {
		const files = this.files.ready;
		if (files.length === 0 || this.isBuilding) return;
		this.state = { kind: 'building', progress: null, share: null, left: null };
		const made = { files: this.files.all, choices: this.choices, part: this.part };
		await this.#run(async (signal) => {
			const opened = await this.#open(files, signal);
			this.#origin = { opened, ...made };
			return opened;
		});
	}

	async #run(
		open: (signal: AbortSignal) => Promise<OpenedDataset>,
		origin: OpeningOrigin = 'files'
	): Promise<void> {
		const controller = new AbortController();
		this.#building = controller;
		try {
			const opened = await open(controller.signal);
			this.#building = null;
			await this.#parts.show(opened, origin);
			this.state = { kind: 'choosing' };
		} catch (error) {
			if (!controller.signal.aborted) this.state = failureOf(error);
		} finally {
			if (this.#building === controller) this.#building = null;
			// Whatever else is under way has no use any more.
			controller.abort();
		}
	}

	/** Gives the build up; its workers end at once. */
	cancel(): void {
		if (this.#building === null) return;
		this.#building.abort();
		this.#building = null;
		this.state = { kind: 'choosing' };
	}

	async #open(files: readonly File[], signal: AbortSignal): Promise<OpenedDataset> {
		const { datasets, fill, build = buildInWorker } = this.#parts;
		// Two engines beside the build would take more memory than the papers.
		await datasets.site.engine.close();
		signal.throwIfAborted();
		const { choices, part } = this;
		const { readings } = this.files;
		const draw = (state: BuildState) => (this.state = { kind: 'building', ...state });
		const built = await openFiles({ fill, build }, { files, readings, choices, part }, draw, signal);
		return datasets.open({ ...built, reopen: this.#reopen, isToKeep: this.#isToKeep });
	}
}

function failureOf(error: unknown): OpenState {
	const account = error instanceof WorkerError ? error.account : null;
	return { kind: 'failed', reason: asError(error).message, account };
}
