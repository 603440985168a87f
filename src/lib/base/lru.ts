interface Entry<V> {
	readonly value: V;
	users: number;
}

/** A remembered value that stays until its user is done with it. */
export interface Use<V> {
	readonly value: V;
	/** To be called once. Drops what is too old by then. */
	done(): Promise<void>;
}

/**
 * Remembers the `limit` values that were asked for last, each made when it is first asked for. Older ones are
 * dropped, but none that is in use. A promise that rejects is forgotten: who asks next has the value made anew.
 */
export class Lru<V> {
	readonly #limit: number;
	readonly #drop: (value: V) => Promise<void>;
	/** The one asked for last comes last. */
	readonly #entries = new Map<string, Entry<V>>();

	/** @param drop what is done with a value that goes */
	constructor(limit: number, drop: (value: V) => Promise<void> = async () => {}) {
		this.#limit = limit;
		this.#drop = drop;
	}

	/** A value that nothing but memory is spent on: it may be dropped while it is in use. */
	get(key: string, make: () => V): V {
		const { value } = this.#recent(key, make);
		void this.#cut();
		return value;
	}

	/** A value that is not dropped before it is done with. One that cannot be made needs no `done`. */
	take(key: string, make: () => V): Use<V> {
		const entry = this.#recent(key, make);
		entry.users++;
		return {
			value: entry.value,
			done: async () => {
				entry.users--;
				await this.#cut();
			}
		};
	}

	#recent(key: string, make: () => V): Entry<V> {
		const entry = this.#entries.get(key) ?? this.#make(key, make);
		this.#entries.delete(key);
		this.#entries.set(key, entry);
		return entry;
	}

	#make(key: string, make: () => V): Entry<V> {
		const entry = { value: make(), users: 0 };
		if (entry.value instanceof Promise) {
			entry.value.catch(() => {
				if (this.#entries.get(key) === entry) this.#entries.delete(key);
			});
		}
		return entry;
	}

	async #cut(): Promise<void> {
		const old = [...this.#entries].slice(0, -this.#limit).filter(([, { users }]) => users === 0);
		for (const [key] of old) this.#entries.delete(key);
		for (const [, { value }] of old) await this.#drop(value);
	}
}
