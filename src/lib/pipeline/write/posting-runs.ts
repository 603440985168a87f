import { ByteWriter } from '../../base/byte-writer.ts';
import type { Scratch } from '../../dataset/sink.ts';
import type { BytePool } from './byte-pool.ts';

/** Bytes that are written or read at once. */
const windowBytes = 1 << 17;
/** Before each list: its id and the number of its bytes, in four bytes each. */
const headBytes = 8;

const nothing = new Uint8Array(0);
/** Instead of a list: the next head was not read yet, or there is none. */
const [unread, none] = [-2, -1];

/** Lists that were written one after another, to be read in the same order. */
class Run {
	readonly #scratch: Scratch;
	/** What is not in the window yet. */
	#from: number;
	readonly #to: number;
	#window = new Uint8Array(windowBytes);
	#at = 0;
	#filled = 0;
	#list = unread;
	#length = 0;

	constructor(scratch: Scratch, from: number, to: number) {
		this.#scratch = scratch;
		this.#from = from;
		this.#to = to;
	}

	/** The bytes of a list when it is the next, else nothing; the next call overwrites them. */
	take(list: number): Uint8Array {
		if (this.#list === unread) this.#readHead();
		if (this.#list !== list) return nothing;
		this.#list = unread;
		return this.#take(this.#length);
	}

	#readHead(): void {
		if (this.#from === this.#to && this.#at === this.#filled) {
			this.#list = none;
			return;
		}
		const [list, length] = new Int32Array(this.#take(headBytes).slice().buffer);
		this.#list = list as number;
		this.#length = length as number;
	}

	#take(length: number): Uint8Array {
		if (this.#at + length > this.#filled) this.#fill(length);
		this.#at += length;
		return this.#window.subarray(this.#at - length, this.#at);
	}

	/** Moves the window on so that it begins with the next bytes and holds at least so many. */
	#fill(length: number): void {
		const start = this.#from - (this.#filled - this.#at);
		const size = Math.min(Math.max(length, windowBytes), this.#to - start);
		if (size > this.#window.length) this.#window = new Uint8Array(size);
		this.#scratch.read(start, this.#window.subarray(0, size));
		this.#from = start + size;
		this.#filled = size;
		this.#at = 0;
	}
}

/** Lists of numbers that had to leave memory, in runs that all keep to one order. */
export class PostingRuns {
	readonly #scratch: Scratch;
	readonly #places: (readonly [from: number, to: number])[] = [];
	#runs: Run[] = [];
	readonly #writer = new ByteWriter();

	constructor(scratch: Scratch) {
		this.#scratch = scratch;
	}

	/** Writes the lists of a pool that hold something as a run. */
	add(pool: BytePool, lists: ArrayLike<number>): void {
		const head = new Int32Array(2);
		const from = this.#scratch.length;
		for (let at = 0; at < lists.length; at++) {
			const list = lists[at] as number;
			if (pool.isEmpty(list)) continue;
			const bytes = pool.read(list);
			head[0] = list;
			head[1] = bytes.length;
			this.#writer.bytes(new Uint8Array(head.buffer));
			this.#writer.bytes(bytes);
			if (this.#writer.written().length >= windowBytes) this.#flush();
		}
		this.#flush();
		this.#places.push([from, this.#scratch.length]);
	}

	/** Goes back to the first list. */
	rewind(): void {
		this.#runs = this.#places.map(([from, to]) => new Run(this.#scratch, from, to));
	}

	/** Gives the bytes of a list, run by run, each valid until the next; lists must come in the order of the runs. */
	read(list: number, take: (bytes: Uint8Array) => void): void {
		for (const run of this.#runs) take(run.take(list));
	}

	#flush(): void {
		this.#scratch.append(this.#writer.written());
		this.#writer.clear();
	}
}
