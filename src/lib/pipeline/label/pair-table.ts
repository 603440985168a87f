const initial = 1 << 12;

function hashOf(first: number, second: number): number {
	const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
	return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Numbers pairs of non-negative integers in order of first appearance (open addressing with linear probing). */
export class PairTable {
	size = 0;
	/** By pair id; the first `size` entries are valid. */
	firsts = new Int32Array(initial);
	seconds = new Int32Array(initial);
	#slots = new Int32Array(initial * 2).fill(-1);

	/** Id of a pair; when it is new, the id is the former `size`. */
	add(first: number, second: number): number {
		const slot = this.#slotOf(first, second);
		const known = this.#slots[slot] as number;
		if (known >= 0) return known;
		const id = this.size++;
		if (id === this.firsts.length) this.#grow();
		this.firsts[id] = first;
		this.seconds[id] = second;
		this.#slots[this.#slotOf(first, second)] = id;
		return id;
	}

	/** The slot of a pair, or the free one where it would go. */
	#slotOf(first: number, second: number): number {
		const slots = this.#slots;
		const mask = slots.length - 1;
		let slot = hashOf(first, second) & mask;
		for (let id = slots[slot] as number; id >= 0; id = slots[slot] as number) {
			if (this.firsts[id] === first && this.seconds[id] === second) break;
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	#grow(): void {
		const [firsts, seconds] = [this.firsts, this.seconds];
		this.firsts = new Int32Array(firsts.length * 2);
		this.firsts.set(firsts);
		this.seconds = new Int32Array(firsts.length * 2);
		this.seconds.set(seconds);
		this.#slots = new Int32Array(firsts.length * 4).fill(-1);
		for (let id = 0; id < firsts.length; id++) {
			this.#slots[this.#slotOf(this.firsts[id] as number, this.seconds[id] as number)] = id;
		}
	}
}

/** Counts pairs roughly and in fixed memory: never too low, too high where pairs collide. */
export class PairSketch {
	readonly #counts: Uint8Array;

	/** @param bits log2 of the number of counters */
	constructor(bits = 22) {
		this.#counts = new Uint8Array(1 << bits);
	}

	add(first: number, second: number): void {
		const at = hashOf(first, second) & (this.#counts.length - 1);
		const count = this.#counts[at] as number;
		if (count < 255) this.#counts[at] = count + 1;
	}

	/** At least the times that a pair was added, up to 255. */
	atMost(first: number, second: number): number {
		return this.#counts[hashOf(first, second) & (this.#counts.length - 1)] as number;
	}
}
