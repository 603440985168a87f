const fillLimit = 0.6;

/**
 * A map from 53-bit hashes to record numbers in two typed arrays, about 20 bytes an entry: a `Map` takes four
 * times as much and ends at 16 million entries.
 */
export class HashTable {
	#keys = new Float64Array(1024);
	#values = new Int32Array(1024);
	#size = 0;

	/** The value stored under a hash; stores the given one and answers `null` when there was none. */
	findOrAdd(hash: number, value: number): number | null {
		const key = hash + 1;
		const slot = slotOf(this.#keys, key);
		if (this.#keys[slot] === key) return this.#values[slot] ?? null;
		this.#keys[slot] = key;
		this.#values[slot] = value;
		if (++this.#size > this.#keys.length * fillLimit) this.#grow();
		return null;
	}

	#grow(): void {
		const keys = new Float64Array(this.#keys.length * 2);
		const values = new Int32Array(keys.length);
		this.#keys.forEach((key, old) => {
			if (key === 0) return;
			const slot = slotOf(keys, key);
			keys[slot] = key;
			values[slot] = this.#values[old] ?? 0;
		});
		this.#keys = keys;
		this.#values = values;
	}
}

/** The slot that holds a key, or the empty one where it belongs. */
function slotOf(keys: Float64Array, key: number): number {
	const mask = keys.length - 1;
	let slot = (key % 4294967291) & mask;
	while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
	return slot;
}
