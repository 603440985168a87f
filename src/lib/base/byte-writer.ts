const encoder = new TextEncoder();

const [quote, backslash, zero, minus] = [34, 92, 48, 45];
/** Characters of a whole number with its sign, and one beside it. */
const longestInteger = 12;
/** Texts up to this length are written character by character, which is faster than the host's encoder. */
const shortText = 48;
const hexDigits = new TextEncoder().encode('0123456789abcdef');

/** Bytes that grow: JSON written straight into them, as `JSON.stringify` writes it. */
export class ByteWriter {
	#bytes = new Uint8Array(1 << 16);
	#length = 0;

	/** What was written; a view that the next write may outdate. */
	written(): Uint8Array<ArrayBuffer> {
		return this.#bytes.subarray(0, this.#length);
	}

	clear(): void {
		this.#length = 0;
	}

	/** One ASCII character. */
	byte(code: number): void {
		this.#room(1);
		this.#bytes[this.#length++] = code;
	}

	/** Bytes as they are. */
	bytes(values: Uint8Array): void {
		this.#room(values.length);
		this.#bytes.set(values, this.#length);
		this.#length += values.length;
	}

	/** ASCII text as it is. */
	ascii(text: string): void {
		this.#room(text.length);
		for (let i = 0; i < text.length; i++) this.#bytes[this.#length++] = text.charCodeAt(i);
	}

	/** A whole number of magnitude below 2^31. */
	integer(value: number): void {
		this.#room(longestInteger);
		const bytes = this.#bytes;
		let rest = value | 0;
		if (rest < 0) {
			bytes[this.#length++] = minus;
			rest = -rest;
		}
		const start = this.#length;
		let end = start + 1;
		for (let limit = 10; rest >= limit; limit *= 10) end++;
		for (let at = end - 1; at >= start; at--) {
			const tenth = (rest / 10) | 0;
			bytes[at] = zero + rest - tenth * 10;
			rest = tenth;
		}
		this.#length = end;
	}

	/** A text in quotes. */
	text(value: string): void {
		if (value.length <= shortText && this.#plain(value)) return;
		const json = JSON.stringify(value);
		this.#room(json.length * 3);
		this.#length += encoder.encodeInto(json, this.#bytes.subarray(this.#length)).written;
	}

	/** Bytes as hexadecimal digits in quotes. */
	hexadecimal(value: Uint8Array): void {
		this.#room(value.length * 2 + 2);
		const bytes = this.#bytes;
		let at = this.#length;
		bytes[at++] = quote;
		for (let i = 0; i < value.length; i++) {
			const byte = value[i] as number;
			bytes[at++] = hexDigits[byte >> 4] as number;
			bytes[at++] = hexDigits[byte & 15] as number;
		}
		bytes[at++] = quote;
		this.#length = at;
	}

	/** Writes a text of plain ASCII characters, or nothing when it holds others. */
	#plain(value: string): boolean {
		this.#room(value.length + 2);
		const bytes = this.#bytes;
		let at = this.#length;
		bytes[at++] = quote;
		for (let i = 0; i < value.length; i++) {
			const code = value.charCodeAt(i);
			if (code < 32 || code > 126 || code === quote || code === backslash) return false;
			bytes[at++] = code;
		}
		bytes[at++] = quote;
		this.#length = at;
		return true;
	}

	#room(bytes: number): void {
		const wanted = this.#length + bytes;
		if (wanted <= this.#bytes.length) return;
		const wider = new Uint8Array(Math.max(wanted, this.#bytes.length * 2));
		wider.set(this.#bytes.subarray(0, this.#length));
		this.#bytes = wider;
	}
}

/** Bytes that a text takes in UTF-8. A lone surrogate takes three, as the replacement character does. */
export function utf8Length(text: string): number {
	let bytes = text.length;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 0x80) continue;
		if (code < 0x800) bytes += 1;
		else if (code >= 0xd800 && code <= 0xdbff && isLowSurrogate(text.charCodeAt(i + 1))) {
			// Two units, four bytes.
			bytes += 2;
			i++;
		} else bytes += 2;
	}
	return bytes;
}

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;
