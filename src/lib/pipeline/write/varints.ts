/** A typed array with room for at least `length` entries; a longer one keeps the entries and at least doubles. */
export function wide(values: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
	if (values.length >= length) return values;
	const wider = new Int32Array(Math.max(length, values.length * 2));
	wider.set(values);
	return wider;
}

/** Whole numbers in groups of seven bits, low ones first; the eighth bit says that another group follows (LEB128). */

/** Bytes that a number below 2^32 takes at most. */
export const longestVarint = 5;

/** Writes a number from 0 to 2^32 - 1; answers where the next one goes. */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
	let rest = value;
	let next = at;
	for (; rest >= 128; rest = Math.floor(rest / 128)) bytes[next++] = (rest % 128) + 128;
	bytes[next++] = rest;
	return next;
}

/** Numbers that are read out of bytes into room that is used again. */
export class Numbers {
	#values = new Uint32Array(1024);
	#length = 0;

	/** The numbers read since `clear`; valid until the next are read. */
	get read(): Uint32Array {
		return this.#values.subarray(0, this.#length);
	}

	clear(): void {
		this.#length = 0;
	}

	/** Reads all numbers of some bytes behind those that are there. */
	add(bytes: Uint8Array): void {
		this.#room(bytes.length);
		const values = this.#values;
		let [value, unit, length] = [0, 1, this.#length];
		for (let at = 0; at < bytes.length; at++) {
			const byte = bytes[at] as number;
			value += (byte % 128) * unit;
			unit *= 128;
			if (byte >= 128) continue;
			values[length++] = value;
			value = 0;
			unit = 1;
		}
		this.#length = length;
	}

	/** Makes room for so many more, of which a byte holds one at most. */
	#room(more: number): void {
		if (this.#length + more <= this.#values.length) return;
		const wider = new Uint32Array((this.#length + more) * 2);
		wider.set(this.#values);
		this.#values = wider;
	}
}
