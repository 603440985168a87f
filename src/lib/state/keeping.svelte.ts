import { asError } from '../base/as-error.ts';
import type { OnProgress, Progress } from '../base/progress.ts';
import type { Belongings } from './belongings.svelte.ts';
import type { KeptCorpora } from './kept-corpora.svelte.ts';
import type { KeptCorpus } from './kept-store.ts';

/** Whether an opened dataset is kept in the browser. */
export type KeepingState =
	| { kind: 'kept'; corpus: KeptCorpus }
	| { kind: 'keeping' }
	/** Because the visitor wanted it so. */
	| { kind: 'not' }
	| { kind: 'failed'; reason: string };

/** Makes the dataset one file. */
export type Pack = (onProgress: OnProgress) => Promise<Blob>;

interface Parts {
	/** What the list of kept datasets says of it. */
	described: Pick<KeptCorpus, 'id' | 'name' | 'papers' | 'themes'>;
	pack: Pack;
	kept: KeptCorpora;
	belongings: Belongings;
}

/** An opened dataset as one file, packed when that is first asked for, and its stay in the browser. */
export class Keeping {
	/** How far the packing is, while it is under way. */
	progress = $state.raw<Progress | null>(null);
	#keeping = $state(false);
	#failure = $state<string | null>(null);
	readonly #parts: Parts;
	#file: Promise<Blob> | null = null;
	#wasKept = false;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#wasKept = parts.kept.find(parts.described.id) !== undefined;
	}

	readonly state: KeepingState = $derived.by(() => {
		const { kept, described } = this.#parts;
		const corpus = kept.find(described.id);
		if (this.#failure !== null) return { kind: 'failed', reason: this.#failure };
		if (corpus) return { kind: 'kept', corpus };
		return { kind: this.#keeping ? 'keeping' : 'not' };
	});

	/** The dataset as one file. @throws in words when it cannot be packed; it may be asked for again */
	file(): Promise<Blob> {
		return (this.#file ??= this.#packed());
	}

	/**
	 * Keeps the dataset with all that belongs to it, in the place of what is kept under its fingerprint: an earlier
	 * version may have made that. Why it failed stands in the state.
	 */
	async keep(): Promise<void> {
		if (this.#keeping) return;
		const { described, kept } = this.#parts;
		this.#keeping = true;
		this.#failure = null;
		try {
			const file = await this.file();
			const name = kept.find(described.id)?.name ?? described.name;
			await kept.keep({ ...described, name, keptAt: Date.now(), file });
			this.heed();
		} catch (error) {
			this.#failure = asError(error).message;
		} finally {
			this.#keeping = false;
		}
	}

	/** Forgets the dataset and all that belongs to it. Both stay on screen as long as the page does. */
	async forget(): Promise<void> {
		const { described, kept, belongings } = this.#parts;
		await belongings.forget();
		await kept.forget(described.id);
		this.heed();
	}

	/** To be called when the list of kept datasets has been read: here or in another tab it was kept or forgotten. */
	heed(): void {
		const { kept, belongings, described } = this.#parts;
		const isKept = kept.find(described.id) !== undefined;
		if (isKept && !this.#wasKept) this.#failure = null;
		if (isKept) belongings.keep(kept.store);
		else if (this.#wasKept) void belongings.forget();
		this.#wasKept = isKept;
	}

	async #packed(): Promise<Blob> {
		try {
			return await this.#parts.pack((progress) => (this.progress = progress));
		} catch (error) {
			this.#file = null;
			throw error;
		} finally {
			this.progress = null;
		}
	}
}
