import { asError } from '../base/as-error.ts';
import type { KeptCorpus, KeptStore, StoredBelongings } from './kept-store.ts';

/** A dataset that was forgotten, with what belonged to it, until nobody can bring it back any more. */
interface Forgotten {
	readonly corpus: KeptCorpus;
	readonly belongings: StoredBelongings;
}

/** The saved datasets that the browser keeps, newest first. */
export class KeptCorpora {
	#all = $state.raw<readonly KeptCorpus[]>([]);
	/** Whether it is known what is kept. */
	isLoaded = $state(false);
	/** What could not be done, in words. */
	problem = $state<string | null>(null);
	readonly store: KeptStore | null;
	readonly #changed: () => void;

	/**
	 * @param store `null` where nothing is kept
	 * @param changed hears whenever the list has been read: something may have been kept or forgotten
	 */
	constructor(store: KeptStore | null, changed: () => void = () => {}) {
		[this.store, this.#changed] = [store, changed];
	}

	get all(): readonly KeptCorpus[] {
		return this.#all;
	}

	find(id: string): KeptCorpus | undefined {
		return this.#all.find((kept) => kept.id === id);
	}

	/** Reads what is kept. A browser that keeps nothing is no problem until something is to be kept. */
	async load(): Promise<void> {
		try {
			const all = (await this.store?.all()) ?? [];
			this.#all = all.sort((a, b) => b.keptAt - a.keptAt);
		} catch {
			this.#all = [];
		}
		this.isLoaded = true;
		this.#changed();
	}

	/**
	 * @param belongings what belongs to it beside what is stored already
	 * @throws in words when the browser does not keep it
	 */
	async keep(corpus: KeptCorpus, belongings?: StoredBelongings): Promise<void> {
		if (!this.store) throw new Error('Nothing is kept here.');
		await this.store.put(corpus, belongings);
		await this.load();
	}

	/** @returns whether it has the name now */
	async rename(id: string, name: string): Promise<boolean> {
		const corpus = this.find(id);
		if (!corpus || name.trim() === '') return false;
		return (await this.#try(() => this.keep({ ...corpus, name: name.trim() }).then(() => true))) ?? false;
	}

	/** Forgets a dataset with all that belongs to it. @returns how to bring it back; `null` when it stays */
	forget(id: string): Promise<Forgotten | null> {
		return this.#try(async () => {
			const corpus = this.find(id);
			if (!corpus || !this.store) return null;
			const belongings = await this.store.remove(id);
			await this.load();
			return { corpus, belongings };
		});
	}

	/** Brings back what was forgotten. @returns whether it is kept now */
	async restore({ corpus, belongings }: Forgotten): Promise<boolean> {
		return (await this.#try(() => this.keep(corpus, belongings).then(() => true))) ?? false;
	}

	async #try<T>(change: () => Promise<T>): Promise<T | null> {
		try {
			const result = await change();
			this.problem = null;
			return result;
		} catch (error) {
			this.problem = asError(error).message;
			return null;
		}
	}
}
