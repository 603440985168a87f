import { untrack } from 'svelte';

/** Milliseconds for which a value must stay the same: steps of a brush follow more closely. */
const rest = 100;

/**
 * Follows a value once it rests, for what costs too much to be made anew at each step of a brush. The first one is
 * taken at once. To be made while a component is set up.
 */
export class Rested<T> {
	readonly #now: () => T;
	readonly #keyOf: (value: T) => string;
	/** The value that rested last. */
	value: T = $state.raw() as T;

	/** @param keyOf by which values are told apart */
	constructor(now: () => T, keyOf: (value: T) => string) {
		this.#now = now;
		this.#keyOf = keyOf;
		this.value = untrack(now);
		$effect(() => {
			const asked = this.#now();
			if (!untrack(() => this.isMoving)) return;
			const timer = setTimeout(() => (this.value = asked), rest);
			return () => clearTimeout(timer);
		});
	}

	/** There is another value, which has not rested yet. */
	readonly isMoving: boolean = $derived.by(() => this.#keyOf(this.#now()) !== this.#keyOf(this.value));
}
