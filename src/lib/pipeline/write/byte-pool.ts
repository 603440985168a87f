/** Payload of the first slice of a list, and of the largest: each next slice doubles. */
const firstSlice = 8;
const largestSlice = 1024;
/** Bytes at the end of a slice that hold the offset of the next. */
const link = 4;

/**
 * Many growing byte lists in one buffer, as chains of slices of doubling size, so that a million short lists
 * cost little more than their bytes.
 */
export class BytePool {
	#bytes = new Uint8Array(1 << 16);
	#used = 0;
	/** By list: first slice, where to write next, end of the payload of the last slice, size of that slice. */
	readonly #heads: number[] = [];
	readonly #cursors: number[] = [];
	readonly #ends: number[] = [];
	readonly #sizes: number[] = [];

	get lists(): number {
		return this.#heads.length;
	}

	/** Begins a new, empty list and gives its id: 0, 1, 2, ... */
	begin(): number {
		const start = this.#allocate(firstSlice);
		this.#heads.push(start);
		this.#cursors.push(start);
		this.#ends.push(start + firstSlice);
		return this.#sizes.push(firstSlice) - 1;
	}

	/** Appends an integer >= 0 in groups of seven bits, low ones first. */
	push(list: number, value: number): void {
		let rest = value;
		while (rest >= 128) {
			this.#write(list, (rest % 128) + 128);
			rest = Math.floor(rest / 128);
		}
		this.#write(list, rest);
	}

	/** The integers of a list, in order. */
	*read(list: number): Generator<number> {
		let at = this.#heads[list] as number;
		let size = firstSlice;
		let end = at + size;
		let value = 0;
		let unit = 1;
		while (at !== this.#cursors[list]) {
			if (at === end) {
				at = this.#next(end);
				size = Math.min(size * 2, largestSlice);
				end = at + size;
				continue;
			}
			const byte = this.#bytes[at++] as number;
			value += (byte % 128) * unit;
			unit *= 128;
			if (byte < 128) {
				yield value;
				value = 0;
				unit = 1;
			}
		}
	}

	#write(list: number, byte: number): void {
		let cursor = this.#cursors[list] as number;
		if (cursor === this.#ends[list]) {
			const size = Math.min((this.#sizes[list] as number) * 2, largestSlice);
			const start = this.#allocate(size);
			new DataView(this.#bytes.buffer).setUint32(cursor, start);
			this.#sizes[list] = size;
			this.#ends[list] = start + size;
			cursor = start;
		}
		this.#bytes[cursor] = byte;
		this.#cursors[list] = cursor + 1;
	}

	#next(end: number): number {
		return new DataView(this.#bytes.buffer).getUint32(end);
	}

	#allocate(size: number): number {
		const start = this.#used;
		this.#used += size + link;
		if (this.#used > this.#bytes.length) {
			const larger = new Uint8Array(Math.max(this.#used, this.#bytes.length * 2));
			larger.set(this.#bytes);
			this.#bytes = larger;
		}
		return start;
	}
}
