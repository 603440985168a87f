import { asError } from '../../../base/as-error.ts';
import type { KeptCorpus, KeptStore } from './kept-store.ts';

/** The saved datasets that the browser keeps, newest first. */
export class KeptCorpora {
	#all = $state.raw<readonly KeptCorpus[]>([]);
	/** What could not be done, in words. */
	problem = $state<string | null>(null);
	readonly #store: KeptStore;

	constructor(store: KeptStore) {
		this.#store = store;
	}

	get all(): readonly KeptCorpus[] {
		return this.#all;
	}

	/** Reads what is kept. A browser that keeps nothing is no problem until something is to be kept. */
	async load(): Promise<void> {
		try {
			await this.#reload();
		} catch {
			this.#all = [];
		}
	}

	/** @returns whether it is kept now */
	keep(corpus: KeptCorpus): Promise<boolean> {
		return this.#change(() => this.#store.put(corpus));
	}

	/** @returns whether it has the name now */
	async rename(id: string, name: string): Promise<boolean> {
		const corpus = this.#all.find((kept) => kept.id === id);
		if (!corpus || name.trim() === '') return false;
		return this.#change(() => this.#store.put({ ...corpus, name: name.trim() }));
	}

	remove(id: string): Promise<boolean> {
		return this.#change(() => this.#store.remove(id));
	}

	async #change(change: () => Promise<void>): Promise<boolean> {
		try {
			await change();
			await this.#reload();
			this.problem = null;
			return true;
		} catch (error) {
			this.problem = asError(error).message;
			return false;
		}
	}

	async #reload(): Promise<void> {
		const all = await this.#store.all();
		this.#all = all.sort((a, b) => b.keptAt - a.keptAt);
	}
}
