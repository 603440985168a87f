/** Start of the hash of a word; `extendHash` adds its codes one by one (FNV-1a). */
export const emptyHash = 0x811c9dc5 | 0;

export function extendHash(hash: number, code: number): number {
	return Math.imul(hash ^ code, 0x01000193);
}

/**
 * Numbers words in order of first appearance. Works on UTF-16 codes in place, so that looking up a word makes no
 * string (open addressing with linear probing).
 */
export class WordTable {
	#size = 0;
	#slots = new Int32Array(1 << 12).fill(-1);
	#hashes = new Int32Array(1 << 11);
	/** Where each word begins in `#codes`; one entry more than words. */
	#starts = new Int32Array((1 << 11) + 1);
	#codes = new Uint16Array(1 << 14);

	get size(): number {
		return this.#size;
	}

	/** Id of the word text[start, end), whose hash is given; when it is new, the id is the former `size`. */
	idOf(text: Uint16Array, start: number, end: number, wordHash: number): number {
		const hash = wordHash ^ (wordHash >>> 15);
		const slots = this.#slots;
		const hashes = this.#hashes;
		const mask = slots.length - 1;
		let slot = hash & mask;
		for (let id = slots[slot] as number; id >= 0; id = slots[slot] as number) {
			if (hashes[id] === hash && this.#holds(id, text, start, end)) return id;
			slot = (slot + 1) & mask;
		}
		if (this.#size < this.#hashes.length) slots[slot] = this.#size;
		else this.#grow(hash);
		return this.#append(hash, text, start, end);
	}

	#holds(id: number, text: Uint16Array, start: number, end: number): boolean {
		const starts = this.#starts;
		const from = starts[id] as number;
		if ((starts[id + 1] as number) - from !== end - start) return false;
		const codes = this.#codes;
		for (let i = start, at = from; i < end; i++, at++) {
			if (codes[at] !== text[i]) return false;
		}
		return true;
	}

	#append(hash: number, text: Uint16Array, start: number, end: number): number {
		const id = this.#size++;
		this.#hashes[id] = hash;
		let at = this.#starts[id] as number;
		if (at + end - start > this.#codes.length) {
			const codes = new Uint16Array((this.#codes.length + end - start) * 2);
			codes.set(this.#codes);
			this.#codes = codes;
		}
		for (let i = start; i < end; i++) this.#codes[at++] = text[i] as number;
		this.#starts[id + 1] = at;
		return id;
	}

	/** Doubles the capacity and puts the next id, of the given hash, into its slot. */
	#grow(nextHash: number): void {
		const capacity = this.#hashes.length * 2;
		const hashes = new Int32Array(capacity);
		hashes.set(this.#hashes);
		hashes[this.#size] = nextHash;
		this.#hashes = hashes;
		const starts = new Int32Array(capacity + 1);
		starts.set(this.#starts);
		this.#starts = starts;
		const slots = new Int32Array(capacity * 2).fill(-1);
		const mask = slots.length - 1;
		for (let id = 0; id <= this.#size; id++) {
			let slot = (hashes[id] as number) & mask;
			while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
			slots[slot] = id;
		}
		this.#slots = slots;
	}
}
