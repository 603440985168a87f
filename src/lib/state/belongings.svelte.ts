import type { KeptStore } from './kept-store.ts';

/** Reads what was stored, which may be anything; gives the empty value for what is none. */
type Parse<T> = (stored: unknown) => T;

/**
 * One thing that a visitor adds to a dataset. A change shows at once, is written in the background upon what is
 * stored by then, and so loses nothing that another tab has written. Empty until `reload` is called, so that a page
 * starts as it was prerendered.
 */
export class Belonging<T> {
	readonly #what: string;
	readonly #parse: Parse<T>;
	readonly #owner: Belongings;
	#value: T;
	/** The browser would not keep the last change. */
	#refused = $state(false);
	#writing = 0;
	#last: Promise<void> = Promise.resolve();

	constructor(owner: Belongings, what: string, parse: Parse<T>) {
		[this.#owner, this.#what, this.#parse] = [owner, what, parse];
		this.#value = $state.raw(parse(undefined));
	}

	get value(): T {
		return this.#value;
	}

	/** Whether it outlasts the page: something is to be kept, and the browser does not refuse. */
	get kept(): boolean {
		return this.#owner.store !== null && !this.#refused;
	}

	/** @param change is done to the value on screen and to the stored one, which may differ: it must depend on nothing else */
	change(change: (value: T) => T): void {
		this.#value = change(this.#value);
		void this.#write((stored) => change(this.#parse(stored)));
	}

	/** Stores the value on screen where nothing is stored, else shows what is. */
	join(): void {
		const value = this.#value;
		void this.#write((stored) => (stored === undefined ? value : this.#parse(stored)));
	}

	/** Shows and stores a value where nothing is stored: the visitor's own comes first. */
	begin(value: T): void {
		this.#value = value;
		this.join();
	}

	/** Waits until all changes are written, or refused. */
	settled(): Promise<void> {
		return this.#last;
	}

	/** Reads what is stored: at the start, and when another tab may have changed it. */
	async reload(): Promise<void> {
		await this.#last;
		const { store, id } = this.#owner;
		try {
			const stored = await store?.read(id, this.#what);
			if (store && this.#writing === 0) this.#value = this.#parse(stored);
		} catch {
			// A browser that keeps nothing is no problem until something is to be kept.
		}
	}

	#write(change: (stored: unknown) => T): Promise<void> {
		this.#writing++;
		return (this.#last = this.#last.then(async () => {
			const { store, id } = this.#owner;
			try {
				const value = await store?.change(id, this.#what, change);
				this.#refused = false;
				if (store && this.#writing === 1) this.#value = value as T;
			} catch {
				this.#refused = true;
			} finally {
				this.#writing--;
			}
		}));
	}
}

/** All that a visitor adds to one dataset: its reading list, the view that was last looked at, and so on. */
export class Belongings {
	/** Fingerprint of the dataset. */
	readonly id: string;
	#store = $state.raw<KeptStore | null>(null);
	readonly #all: Belonging<unknown>[] = [];

	/** @param store `null` where nothing is to be kept */
	constructor(id: string, store: KeptStore | null) {
		[this.id, this.#store] = [id, store];
	}

	get store(): KeptStore | null {
		return this.#store;
	}

	/** @param what its name in the store; each has one */
	value<T>(what: string, parse: Parse<T>): Belonging<T> {
		const belonging = new Belonging(this, what, parse);
		this.#all.push(belonging as Belonging<unknown>);
		return belonging;
	}

	async reload(): Promise<void> {
		await Promise.all(this.#all.map((belonging) => belonging.reload()));
	}

	/** Stores what there is where nothing is stored, and from now on what changes. */
	keep(store: KeptStore | null): void {
		if (this.#store === store) return;
		this.#store = store;
		for (const belonging of this.#all) belonging.join();
	}

	/** Stores nothing any more, once what is under way has been written; what is on screen stays. */
	async forget(): Promise<void> {
		this.#store = null;
		await Promise.all(this.#all.map((belonging) => belonging.settled()));
	}
}
