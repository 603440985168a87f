import { asError } from '../../../base/as-error.ts';
import type { previewInWorker, FilePreview } from '../../../worker/client.ts';
import { corpusOptions, type BuildChoices } from '../../../worker/choices.ts';

/** A file to open and what it looks like; `null` until that is known. */
export interface ChosenFile {
	readonly id: number;
	readonly file: File;
	readonly preview: FilePreview | null;
}

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

	/** The files that can be read; none while any is still to be looked into or to be explained. */
	readonly ready: readonly File[] = $derived.by(() => {
		const settled = this.#files.every(({ preview }) => preview !== null && preview.table === null);
		const readable = this.#files.filter(({ preview }) => preview?.problem === null);
		return settled ? readable.map(({ file }) => file) : [];
	});

	add(files: readonly File[], choices: BuildChoices): void {
		const added = files.map((file) => ({ id: ++this.#lastId, file, preview: null }));
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
			await this.#preview(files, corpusOptions(choices), hear, controller.signal);
		} catch (error) {
			if (controller.signal.aborted) return;
			const problem = asError(error).message;
			for (const { id } of waiting) this.#settle(id, { parts: [], complete: false, problem, table: null });
		}
	}
}
