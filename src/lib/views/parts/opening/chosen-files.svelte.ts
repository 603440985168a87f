import { asError } from '../../../base/as-error.ts';
import type { previewInWorker, FilePreview } from '../../../worker/client.ts';
import { corpusOptions, type BuildChoices, type FileReading } from '../../../worker/choices.ts';

/** A file to open and what it looks like; `null` until that is known. */
export interface ChosenFile {
	readonly id: number;
	readonly file: File;
	readonly preview: FilePreview | null;
	/** What it looked like before it was read in another way. */
	readonly before?: FilePreview | null;
	/** What the visitor says of it. */
	readonly reading: FileReading;
}

/** A file's encoding and its order of day and month; `null` for what is recognised. */
export type ReadingPatch = { readonly [Key in keyof FileReading]?: FileReading[Key] | null };

/** The files that a visitor chose, each looked into as soon as it comes. */
export class ChosenFiles {
	#files = $state.raw<readonly ChosenFile[]>([]);
	#lastId = 0;
	#looking: AbortController | null = null;
	readonly #preview: typeof previewInWorker;

	constructor(preview: typeof previewInWorker) {
		this.#preview = preview;
	}

	get all(): readonly ChosenFile[] {
		return this.#files;
	}

	readonly #readable: readonly ChosenFile[] = $derived.by(() => {
		const settled = this.#files.every(({ preview }) => preview !== null && preview.table === null);
		return settled ? this.#files.filter(({ preview }) => preview?.problem === null) : [];
	});
	/** The files that can be read; none while any is still to be looked into or to be explained. */
	readonly ready: readonly File[] = $derived(this.#readable.map(({ file }) => file));
	/** What is said of each of these. */
	readonly readings: readonly FileReading[] = $derived(this.#readable.map(({ reading }) => reading));

	add(files: readonly File[], choices: BuildChoices): void {
		const added = files.map((file) => ({ id: ++this.#lastId, file, preview: null, reading: {} }));
		this.#files = [...this.#files, ...added];
		void this.#look(choices);
	}

	remove(id: number): void {
		this.#files = this.#files.filter((file) => file.id !== id);
	}

	/** Puts back files that were chosen before. */
	restore(files: readonly ChosenFile[]): void {
		this.#files = files;
	}

	/** Looks again into the files whose columns were not known. */
	explain(choices: BuildChoices): void {
		this.#files = this.#files.map((file) => (file.preview?.table ? { ...file, preview: null } : file));
		void this.#look(choices);
	}

	/** Looks again into a file, which is to be read in another way. */
	reread(id: number, patch: ReadingPatch, choices: BuildChoices): void {
		this.#files = this.#files.map((file) => {
			if (file.id !== id) return file;
			const said = Object.entries({ ...file.reading, ...patch }).filter(([, value]) => value !== null);
			const before = file.preview ?? file.before ?? null;
			return { ...file, reading: Object.fromEntries(said), preview: null, before };
		});
		void this.#look(choices);
	}

	#settle(id: number, preview: FilePreview): void {
		this.#files = this.#files.map((file) => (file.id === id ? { ...file, preview } : file));
	}

	async #look(choices: BuildChoices): Promise<void> {
		this.#looking?.abort();
		const controller = new AbortController();
		this.#looking = controller;
		const waiting = this.#files.filter((file) => file.preview === null);
		const hear = (index: number, preview: FilePreview) => {
			const file = waiting[index];
			if (file) this.#settle(file.id, preview);
		};
		const files = waiting.map(({ file }) => file);
		try {
			const options = corpusOptions(
				choices,
				waiting.map(({ reading }) => reading)
			);
			await this.#preview(files, options, hear, controller.signal);
		} catch (error) {
			if (controller.signal.aborted) return;
			const problem = asError(error).message;
			for (const { id } of waiting) this.#settle(id, { parts: [], complete: false, problem, table: null });
		}
	}
}
