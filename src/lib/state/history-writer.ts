/** How the state reaches the browser's history; routes inject it. */
export interface Navigation {
	/** Adds an entry with this query string (`?...` or empty). */
	push(search: string): void;
	/** Changes the current entry. */
	replace(search: string): void;
}

/** Runs a callback after some milliseconds; returns how to call it off. */
export type Delay = (callback: () => void, milliseconds: number) => () => void;

const timeout: Delay = (callback, milliseconds) => {
	const id = setTimeout(callback, milliseconds);
	return () => clearTimeout(id);
};

/** Browsers refuse more than some 200 history calls in half a minute. */
const pause = 300;

/**
 * Writes states into the history so that each change of mind is one entry: a plain change pushes at once; the
 * changes of one gesture (a drag, a word being typed) become one entry, pushed after the first pause or at its
 * end and replaced from then on.
 */
export class HistoryWriter {
	readonly #navigation: Navigation;
	readonly #delay: Delay;
	#written: string;
	#pending: string | null = null;
	#gesture: string | null = null;
	#gestureHasEntry = false;
	#cancelTimer: () => void = () => {};

	constructor(navigation: Navigation, search: string, delay: Delay = timeout) {
		this.#navigation = navigation;
		this.#written = search;
		this.#delay = delay;
	}

	/** A finished change. Does not write what already stands in the address. */
	commit(search: string): void {
		this.settle();
		this.#write(search);
	}

	/** One of many changes of a gesture, which `settle` or any other change ends. */
	during(gesture: string, search: string): void {
		if (this.#gesture !== gesture) this.settle();
		this.#gesture = gesture;
		this.#pending = search;
		this.#cancelTimer();
		this.#cancelTimer = this.#delay(() => this.#flush(), pause);
	}

	/** Ends the gesture under way, if there is one. */
	settle(): void {
		this.#flush();
		this.#gesture = null;
		this.#gestureHasEntry = false;
	}

	/** Changes the current entry without adding one: for what the visitor did not ask for. */
	amend(search: string): void {
		this.settle();
		if (search === this.#written) return;
		this.#written = search;
		this.#navigation.replace(search);
	}

	/** The address changed by itself (back, forward, a link): forgets what was not yet written. */
	adopt(search: string): void {
		this.#cancelTimer();
		this.#pending = null;
		this.#gesture = null;
		this.#gestureHasEntry = false;
		this.#written = search;
	}

	#flush(): void {
		this.#cancelTimer();
		if (this.#pending === null) return;
		const search = this.#pending;
		this.#pending = null;
		this.#write(search);
	}

	#write(search: string): void {
		if (search === this.#written) return;
		this.#written = search;
		if (this.#gestureHasEntry) this.#navigation.replace(search);
		else this.#navigation.push(search);
		this.#gestureHasEntry = this.#gesture !== null;
	}
}
