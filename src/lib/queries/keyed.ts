/** A value that is made anew only when its key is another one than last time. */
export class Keyed<V> {
	#last: { key: string; value: V } | null = null;

	get(key: string, make: () => V): V {
		this.#last = this.#last?.key === key ? this.#last : { key, value: make() };
		return this.#last.value;
	}
}
