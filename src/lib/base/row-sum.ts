const [c1, c2, c3, c4] = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93];
const lineFeed = 10;
/** Rows of which no lane's sum is beyond 2^53. */
const mostRows = 1 << 20;
const lane = 4294967296;

function finished(value: number): number {
	let z = value;
	z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
	z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
	return z ^ (z >>> 16);
}

const turned1 = (k: number) => Math.imul((Math.imul(k, c1) << 15) | (Math.imul(k, c1) >>> 17), c2);
const turned2 = (k: number) => Math.imul((Math.imul(k, c2) << 16) | (Math.imul(k, c2) >>> 16), c3);
const turned3 = (k: number) => Math.imul((Math.imul(k, c3) << 17) | (Math.imul(k, c3) >>> 15), c4);
const turned4 = (k: number) => Math.imul((Math.imul(k, c4) << 18) | (Math.imul(k, c4) >>> 14), c1);

/**
 * Adds a hash to four sums, one for each of its 32-bit words: MurmurHash3_x86_128 with seed 0 (Austin Appleby, 2011, in
 * the public domain).
 * @param words what is hashed, little-endian, with zeros behind it up to a multiple of 16 bytes
 * @param length in bytes
 */
function addHash(sums: Float64Array, words: Int32Array, length: number): void {
	let h1 = 0;
	let h2 = 0;
	let h3 = 0;
	let h4 = 0;
	let at = 0;
	for (const end = (length >>> 4) << 2; at < end; at += 4) {
		h1 ^= turned1(words[at]!);
		h1 = (Math.imul(((h1 << 19) | (h1 >>> 13)) + h2, 5) + 0x561ccd1b) | 0;
		h2 ^= turned2(words[at + 1]!);
		h2 = (Math.imul(((h2 << 17) | (h2 >>> 15)) + h3, 5) + 0x0bcaa747) | 0;
		h3 ^= turned3(words[at + 2]!);
		h3 = (Math.imul(((h3 << 15) | (h3 >>> 17)) + h4, 5) + 0x96cd1c35) | 0;
		h4 ^= turned4(words[at + 3]!);
		h4 = (Math.imul(((h4 << 13) | (h4 >>> 19)) + h1, 5) + 0x32ac3b17) | 0;
	}
	if ((length & 15) !== 0) {
		h1 ^= turned1(words[at]!);
		h2 ^= turned2(words[at + 1]!);
		h3 ^= turned3(words[at + 2]!);
		h4 ^= turned4(words[at + 3]!);
	}
	h2 ^= length;
	h3 ^= length;
	h4 ^= length;
	h1 = ((h1 ^ length) + h2 + h3 + h4) | 0;
	h2 = finished((h1 + h2) | 0);
	h3 = finished((h1 + h3) | 0);
	h4 = finished((h1 + h4) | 0);
	h1 = (finished(h1) + h2 + h3 + h4) | 0;
	sums[0]! += h1 >>> 0;
	sums[1]! += (h1 + h2) >>> 0;
	sums[2]! += (h1 + h3) >>> 0;
	sums[3]! += (h1 + h4) >>> 0;
}

/** Carries what a lane holds beyond 32 bits to the next; the last one's is dropped. */
function carry(sums: Float64Array): void {
	let over = 0;
	for (let i = 0; i < sums.length; i++) {
		const value = sums[i]! + over;
		over = Math.floor(value / lane);
		sums[i] = value - over * lane;
	}
}

/** A sum of hashes as it goes from one thread or machine to another: rows, then 32 bits each, low ones first. */
export type RowSumState = readonly [rows: number, ...lanes: number[]];

/**
 * The sum, modulo 2^128, of the 128-bit hashes of rows. It does not depend on their order, and sums over some of the
 * rows add up to that over all. It tells rows that were changed by accident; it is no proof against intent.
 */
export class RowSum {
	rows = 0;
	readonly #sums = new Float64Array(4);
	/** A row, where its words are aligned. */
	#bytes = new Uint8Array(1 << 12);
	#words = new Int32Array(this.#bytes.buffer);

	/** Adds rows, each of which ends with a line feed that is not part of it. */
	addLines(lines: Uint8Array): void {
		const sums = this.#sums;
		let fresh = 0;
		for (let from = 0; from < lines.length; fresh++) {
			if (fresh % mostRows === mostRows - 1) carry(sums);
			const length = this.#copyRow(lines, from);
			addHash(sums, this.#words, length);
			from += length + 1;
		}
		this.rows += fresh;
		carry(sums);
	}

	/** Adds rows of whole numbers, each of which is its columns' numbers in four bytes, little-endian. */
	addIntegers(columns: readonly ArrayLike<number>[], rows: number): void {
		const sums = this.#sums;
		const words = new Int32Array((columns.length + 3) & ~3);
		for (let row = 0; row < rows; row++) {
			if (row % mostRows === mostRows - 1) carry(sums);
			for (let c = 0; c < columns.length; c++) words[c] = columns[c]![row]!;
			addHash(sums, words, columns.length * 4);
		}
		this.rows += rows;
		carry(sums);
	}

	/** Adds the rows of another sum. */
	add([rows, ...lanes]: RowSumState): void {
		this.rows += rows;
		lanes.forEach((value, i) => (this.#sums[i]! += value));
		carry(this.#sums);
	}

	state(): RowSumState {
		return [this.rows, ...this.#sums];
	}

	/** The sum in 32 hexadecimal digits. */
	hex(): string {
		return [...this.#sums]
			.reverse()
			.map((value) => value.toString(16).padStart(8, '0'))
			.join('');
	}

	/** Copies the row that begins at a place, with zeros behind it; answers its length. */
	#copyRow(lines: Uint8Array, from: number): number {
		let bytes = this.#bytes;
		let length = 0;
		for (let byte = lines[from]!; byte !== lineFeed; byte = lines[from + length]!) {
			if (length + 16 > bytes.length) bytes = this.#widen();
			bytes[length++] = byte;
		}
		for (let at = length; (at & 15) !== 0; at++) bytes[at] = 0;
		return length;
	}

	#widen(): Uint8Array<ArrayBuffer> {
		const wider = new Uint8Array(this.#bytes.length * 2);
		wider.set(this.#bytes);
		this.#words = new Int32Array(wider.buffer);
		return (this.#bytes = wider);
	}
}
