const replacement = '\uFFFD';
/** U+FFFD as encodings hold it that can. */
const held: Readonly<Record<string, readonly number[]>> = {
	'utf-8': [0xef, 0xbf, 0xbd],
	'utf-16le': [0xfd, 0xff],
	'utf-16be': [0xff, 0xfd],
	gb18030: [0x84, 0x31, 0xa4, 0x37]
};
/** Bytes before a chunk in which a character may begin that ends in it. */
const longestTail = 3;

function countIn(text: string): number {
	let count = 0;
	for (let at = text.indexOf(replacement); at !== -1; at = text.indexOf(replacement, at + 1)) count++;
	return count;
}

/** Counts what could not be decoded of a stream of bytes: each U+FFFD that they do not hold themselves. */
export class UndecodedCount {
	count = 0;
	readonly #held: readonly number[] | null;
	#tail = new Uint8Array(0);
	/** Bytes before the tail. */
	#before = 0;

	/** @param encoding as `TextDecoder` calls it */
	constructor(encoding: string) {
		this.#held = held[encoding] ?? null;
	}

	/** Takes in bytes, and the text that a decoder gives once it has them. */
	add(bytes: Uint8Array, text: string): void {
		const found = countIn(text);
		if (found > 0) this.count += Math.max(0, found - this.#heldIn(bytes));
		if (this.#held !== null) this.#keepTail(bytes);
	}

	/** How often the character ends in these bytes. */
	#heldIn(bytes: Uint8Array): number {
		const pattern = this.#held;
		if (pattern === null) return 0;
		const tail = this.#tail;
		const at = (place: number) => (place < tail.length ? tail[place] : bytes[place - tail.length]);
		const isWide = pattern.length === 2;
		let count = 0;
		const first = Math.max(0, tail.length - pattern.length + 1);
		for (let start = first; start + pattern.length <= tail.length + bytes.length; start++) {
			if (isWide && (this.#before + start) % 2 === 1) continue;
			if (pattern.every((byte, place) => at(start + place) === byte)) count++;
		}
		return count;
	}

	#keepTail(bytes: Uint8Array): void {
		const total = this.#before + this.#tail.length + bytes.length;
		if (bytes.length >= longestTail) this.#tail = bytes.slice(-longestTail);
		else this.#tail = Uint8Array.from([...this.#tail, ...bytes].slice(-longestTail));
		this.#before = total - this.#tail.length;
	}
}
