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
	/** Slot by slot: the id, or -1, and the hash of its word. They stand side by side because memory is slow. */
	#slots = new Int32Array(1 << 13).fill(-1);
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
		const mask = slots.length - 2;
		let slot = (hash << 1) & mask;
		for (let id = slots[slot] as number; id >= 0; id = slots[slot] as number) {
			if (slots[slot + 1] === hash && this.#holds(id, text, start, end)) return id;
			slot = (slot + 2) & mask;
		}
		slots[slot] = this.#size;
		slots[slot + 1] = hash;
		const id = this.#append(text, start, end);
		if (this.#size * 4 >= slots.length) this.#grow();
		return id;
	}

	/** The word of an id. */
	word(id: number): string {
		return String.fromCharCode(...this.#codes.subarray(this.#starts[id], this.#starts[id + 1]));
	}

	/** Below 0 when the first word comes before the second in the order of code units, 0 for a word and itself. */
	compare(first: number, second: number): number {
		const [codes, starts] = [this.#codes, this.#starts];
		const ends = [starts[first + 1], starts[second + 1]] as [number, number];
		let [at, other] = [starts[first], starts[second]] as [number, number];
		for (; at < ends[0] && other < ends[1]; at++, other++) {
			const difference = (codes[at] as number) - (codes[other] as number);
			if (difference !== 0) return difference;
		}
		return ends[0] - at - (ends[1] - other);
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

	#append(text: Uint16Array, start: number, end: number): number {
		const id = this.#size++;
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

	/** Doubles the capacity. */
	#grow(): void {
		const old = this.#slots;
		const slots = new Int32Array(old.length * 2).fill(-1);
		const mask = slots.length - 2;
		for (let from = 0; from < old.length; from += 2) {
			if ((old[from] as number) < 0) continue;
			let slot = ((old[from + 1] as number) << 1) & mask;
			while ((slots[slot] as number) >= 0) slot = (slot + 2) & mask;
			slots[slot] = old[from] as number;
			slots[slot + 1] = old[from + 1] as number;
		}
		this.#slots = slots;
		const starts = new Int32Array(this.#starts.length * 2 - 1);
		starts.set(this.#starts);
		this.#starts = starts;
	}
}
