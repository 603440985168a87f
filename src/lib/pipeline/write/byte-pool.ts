import { longestVarint, putVarint, wide } from './varints.ts';

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
	/** The page that is being filled, and how far. */
	#page = -1;
	#used = pageBytes;
	#lists = 0;
	/** By list: first slice, where to write next, end of the payload of the last slice, size of that slice or 0. */
	#heads = new Int32Array(1024);
	#cursors = new Int32Array(1024);
	#ends = new Int32Array(1024);
	#sizes = new Int32Array(1024);
	readonly #number = new Uint8Array(longestVarint);
	#copy = new Uint8Array(largestSlice);

	/** Bytes in pages that hold something. */
	get bytes(): number {
		return (this.#page + 1) * pageBytes;
	}

	/** Begins a new, empty list and gives its id: 0, 1, 2, ... */
	begin(): number {
		if (this.#lists === this.#heads.length) this.#widen();
		return this.#lists++;
	}

	/** Makes every list empty; the pages are used again. */
	clear(): void {
		this.#page = -1;
		this.#used = pageBytes;
		this.#cursors.fill(0);
		this.#ends.fill(0);
		this.#sizes.fill(0);
	}

	isEmpty(list: number): boolean {
		return this.#sizes[list] === 0;
	}

	/** Appends an integer from 0 to 2^32 - 1 in groups of seven bits. */
	push(list: number, value: number): void {
		this.append(list, this.#number, 0, putVarint(this.#number, 0, value));
	}

	/** Appends bytes[from, to). */
	append(list: number, bytes: Uint8Array, from: number, to: number): void {
		let cursor = this.#cursors[list] as number;
		for (let at = from; at < to;) {
			if (cursor === this.#ends[list]) cursor = this.#extend(list, cursor);
			const page = this.#pages[cursor >> pageBits] as Uint8Array;
			const count = Math.min(to - at, (this.#ends[list] as number) - cursor);
			const place = cursor & pageMask;
			for (let i = 0; i < count; i++) page[place + i] = bytes[at + i] as number;
			at += count;
			cursor += count;
		}
		this.#cursors[list] = cursor;
	}

	/** The bytes of a list, in order; the next call overwrites them. */
	read(list: number): Uint8Array {
		let length = 0;
		if (this.isEmpty(list)) return this.#copy.subarray(0, 0);
		const last = this.#cursors[list] as number;
		let start = this.#heads[list] as number;
		for (let size = firstSlice; ; size = Math.min(size * 2, largestSlice)) {
			const page = this.#pages[start >> pageBits] as Uint8Array;
			const from = start & pageMask;
			const isLast = last >= start && last <= start + size;
			const end = isLast ? from + last - start : from + size;
			length = this.#keep(page, from, end, length);
			if (isLast) return this.#copy.subarray(0, length);
			start = linkAt(page, end);
		}
	}

	#keep(page: Uint8Array, from: number, to: number, at: number): number {
		const end = at + to - from;
		if (end > this.#copy.length) {
			const wider = new Uint8Array(Math.max(end, this.#copy.length * 2));
			wider.set(this.#copy.subarray(0, at));
			this.#copy = wider;
		}
		this.#copy.set(page.subarray(from, to), at);
		return end;
	}

	/** Gives a list another slice; answers where it begins. */
	#extend(list: number, cursor: number): number {
		const before = this.#sizes[list] as number;
		const size = before === 0 ? firstSlice : Math.min(before * 2, largestSlice);
		const start = this.#allocate(size);
		if (before === 0) this.#heads[list] = start;
		else putLink(this.#pages[cursor >> pageBits] as Uint8Array, cursor & pageMask, start);
		this.#sizes[list] = size;
		this.#ends[list] = start + size;
		return start;
	}

	#allocate(size: number): number {
		if (this.#used + size + link > pageBytes) {
			if (++this.#page === this.#pages.length) this.#pages.push(new Uint8Array(pageBytes));
			this.#used = 0;
		}
		const start = this.#page * pageBytes + this.#used;
		this.#used += size + link;
		return start;
	}

	#widen(): void {
		const length = this.#lists + 1;
		this.#heads = wide(this.#heads, length);
		this.#cursors = wide(this.#cursors, length);
		this.#ends = wide(this.#ends, length);
		this.#sizes = wide(this.#sizes, length);
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
