/** Payload of the first slice of a list, and of the largest: each next slice doubles. */
const firstSlice = 8;
const largestSlice = 1024;
/** Bytes at the end of a slice that hold the address of the next. */
const link = 4;
/** Bytes of a page, as a power of two: slices never go over the end of one. */
const pageBits = 18;
const pageBytes = 1 << pageBits;
const pageMask = pageBytes - 1;

/**
 * Many growing byte lists in pages, as chains of slices of doubling size, so that a million short lists cost little
 * more than their bytes and growing copies nothing.
 */
export class BytePool {
	readonly #pages: Uint8Array[] = [];
	#used = pageBytes;
	#lists = 0;
	/** By list: first slice, where to write next, end of the payload of the last slice, size of that slice. */
	#heads = new Int32Array(1024);
	#cursors = new Int32Array(1024);
	#ends = new Int32Array(1024);
	#sizes = new Int32Array(1024);

	get lists(): number {
		return this.#lists;
	}

	/** Begins a new, empty list and gives its id: 0, 1, 2, ... */
	begin(): number {
		if (this.#lists === this.#heads.length) this.#widen();
		const list = this.#lists++;
		const start = this.#allocate(firstSlice);
		this.#heads[list] = this.#cursors[list] = start;
		this.#ends[list] = start + firstSlice;
		this.#sizes[list] = firstSlice;
		return list;
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

	/** Appends bytes[from, to), which are integers as `push` writes them. */
	append(list: number, bytes: Uint8Array, from: number, to: number): void {
		for (let at = from; at < to; at++) this.#write(list, bytes[at] as number);
	}

	/** The integers of a list, in order. */
	read(list: number): number[] {
		const values: number[] = [];
		const last = this.#cursors[list] as number;
		let at = this.#heads[list] as number;
		let size = firstSlice;
		let end = at + size;
		let value = 0;
		let unit = 1;
		while (at !== last) {
			const page = this.#pages[at >> pageBits] as Uint8Array;
			if (at === end) {
				at = linkAt(page, end & pageMask);
				size = Math.min(size * 2, largestSlice);
				end = at + size;
				continue;
			}
			const byte = page[at++ & pageMask] as number;
			value += (byte % 128) * unit;
			unit *= 128;
			if (byte < 128) {
				values.push(value);
				value = 0;
				unit = 1;
			}
		}
		return values;
	}

	#write(list: number, byte: number): void {
		let cursor = this.#cursors[list] as number;
		if (cursor === this.#ends[list]) {
			const size = Math.min((this.#sizes[list] as number) * 2, largestSlice);
			const start = this.#allocate(size);
			putLink(this.#pages[cursor >> pageBits] as Uint8Array, cursor & pageMask, start);
			this.#sizes[list] = size;
			this.#ends[list] = start + size;
			cursor = start;
		}
		(this.#pages[cursor >> pageBits] as Uint8Array)[cursor & pageMask] = byte;
		this.#cursors[list] = cursor + 1;
	}

	#allocate(size: number): number {
		if (this.#used + size + link > pageBytes) {
			this.#pages.push(new Uint8Array(pageBytes));
			this.#used = 0;
		}
		const start = (this.#pages.length - 1) * pageBytes + this.#used;
		this.#used += size + link;
		return start;
	}

	#widen(): void {
		const wider = (values: Int32Array) => {
			const result = new Int32Array(values.length * 2);
			result.set(values);
			return result;
		};
		this.#heads = wider(this.#heads);
		this.#cursors = wider(this.#cursors);
		this.#ends = wider(this.#ends);
		this.#sizes = wider(this.#sizes);
	}
}

function linkAt(page: Uint8Array, at: number): number {
	return (
		(page[at] as number) |
		((page[at + 1] as number) << 8) |
		((page[at + 2] as number) << 16) |
		((page[at + 3] as number) << 24)
	);
}

function putLink(page: Uint8Array, at: number, address: number): void {
	for (let i = 0; i < link; i++) page[at + i] = address >> (8 * i);
}
