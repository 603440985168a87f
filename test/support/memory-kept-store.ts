import type { KeptChange, KeptCorpus, KeptStore, StoredBelongings } from '../../src/lib/state/kept-store.ts';

/** A store in memory, which the end-to-end tests put the browser's own in the place of; tabs share what is in it. */
export class MemoryKeptStore implements KeptStore {
	readonly corpora = new Map<string, KeptCorpus>();
	readonly belongings = new Map<string, Map<string, unknown>>();
	readonly #watching = new Set<(change: KeptChange) => void>();
	/** What each change is refused with. */
	refusal: Error | null = null;

	async all(): Promise<KeptCorpus[]> {
		return Promise.resolve([...this.corpora.values()]);
	}

	async put(corpus: KeptCorpus, belongings: StoredBelongings = new Map()): Promise<void> {
		await this.#written();
		this.corpora.set(corpus.id, corpus);
		const own = this.belongings.get(corpus.id);
		if (belongings.size > 0) this.belongings.set(corpus.id, new Map([...(own ?? []), ...belongings]));
	}

	async remove(id: string): Promise<Map<string, unknown>> {
		await this.#written();
		const own = this.belongings.get(id) ?? new Map<string, unknown>();
		this.corpora.delete(id);
		this.belongings.delete(id);
		return own;
	}

	async read(id: string, what: string): Promise<unknown> {
		return Promise.resolve(this.belongings.get(id)?.get(what));
	}

	async change<T>(id: string, what: string, change: (stored: unknown) => T): Promise<T> {
		await this.#written();
		const own = this.belongings.get(id) ?? new Map<string, unknown>();
		const value = change(own.get(what));
		this.belongings.set(id, own.set(what, value));
		return value;
	}

	watch(hear: (change: KeptChange) => void): () => void {
		this.#watching.add(hear);
		return () => this.#watching.delete(hear);
	}

	async #written(): Promise<void> {
		await Promise.resolve();
		if (this.refusal) throw this.refusal;
	}
}
