const fillLimit = 0.6;

/**
 * A map from 53-bit keys, such as hashes, to 32-bit numbers in two typed arrays, about 20 bytes an entry: a `Map`
 * takes four times as much and ends at 16 million entries.
 */
export class HashTable {
	#keys = new Float64Array(1024);
	#values = new Int32Array(1024);
	#size = 0;

	/** Keys that something is stored under. */
	get size(): number {
		return this.#size;
	}

	/**
	 * The value stored under a key; stores the given one and answers `null` when there was none.
	 * @param key from 0 to 2^53 - 2
	 */
	findOrAdd(key: number, value: number): number | null {
		const slot = slotOf(this.#keys, key + 1);
		if (this.#keys[slot] === key + 1) return this.#values[slot] ?? null;
		this.#put(slot, key + 1, value);
		return null;
	}

	/** Adds to the value stored under a key, which is 0 at first. */
	increase(key: number, by: number): void {
		const slot = slotOf(this.#keys, key + 1);
		if (this.#keys[slot] === key + 1) this.#values[slot] = (this.#values[slot] as number) + by;
		else this.#put(slot, key + 1, by);
	}

	/** Every key and its value, in no order that means anything. */
	*entries(): Generator<[key: number, value: number]> {
		for (let slot = 0; slot < this.#keys.length; slot++) {
			const key = this.#keys[slot] as number;
			if (key !== 0) yield [key - 1, this.#values[slot] as number];
		}
	}

	#put(slot: number, key: number, value: number): void {
		this.#keys[slot] = key;
		this.#values[slot] = value;
		if (++this.#size > this.#keys.length * fillLimit) this.#grow();
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

/** The slot that holds a key, or the empty one where it belongs. Keys may differ in some of their bits only. */
function slotOf(keys: Float64Array, key: number): number {
	const mask = keys.length - 1;
	const mixed = Math.imul(key, 0x9e3779b1) ^ Math.imul(key / 4294967296, 0x85ebca6b);
	let slot = (mixed ^ (mixed >>> 15)) & mask;
	while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
	return slot;
}
