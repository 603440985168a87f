import { concat } from './bytes.ts';

/** Bytes, from the first beyond ASCII on, by which UTF-8 is told from Windows-1252. */
export const encodingWindow = 4096;

/** The encoding that a byte-order mark states, or the zero bytes of UTF-16 without one. */
function markedEncoding([a, b, c, d]: Uint8Array): string | null {
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if ((a === 0xff && b === 0xfe) || (a && b === 0 && c && d === 0)) return 'utf-16le';
	if ((a === 0xfe && b === 0xff) || (a === 0 && b && c === 0 && d)) return 'utf-16be';
	return null;
}

function sequenceLength(lead: number): number {
	if (lead >= 0xc2 && lead <= 0xdf) return 2;
	if (lead >= 0xe0 && lead <= 0xef) return 3;
	return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}

/** UTF-8 unless most letters beyond ASCII are none. */
function guessedEncoding(bytes: Uint8Array): string {
	let valid = 0;
	let broken = 0;
	for (let i = 0; i < bytes.length;) {
		const lead = bytes[i] ?? 0;
		const length = lead < 0x80 ? 0 : sequenceLength(lead);
		if (i + length > bytes.length) break;
		const follows = bytes.subarray(i + 1, i + length).every((byte) => byte >> 6 === 2);
		if (length > 1 && follows) valid++;
		else if (length > 0) broken++;
		i += length > 1 && follows ? length : 1;
	}
	return broken > valid ? 'windows-1252' : 'utf-8';
}

/** The encoding of bytes without a mark, of which the first beyond ASCII stands at `ascii`. */
export function encodingOf(bytes: Uint8Array, ascii: number): string {
	return guessedEncoding(bytes.subarray(ascii, ascii + encodingWindow));
}

/** Whether a text begins as UTF-16 does. */
export const isUtf16 = (head: Uint8Array) => markedEncoding(head)?.startsWith('utf-16') ?? false;

function asciiLength(bytes: Uint8Array): number {
	let length = 0;
	while (length < bytes.length && (bytes[length] ?? 0) < 0x80) length++;
	return length;
}

/** Turns bytes into text as they come; the result does not depend on where they are cut. */
class StreamDecoder {
	#decoder: TextDecoder | null = null;
	#held = new Uint8Array(0);
	#isOpen = false;

	push(chunk: Uint8Array): string {
		if (this.#decoder) return this.#decoder.decode(chunk, { stream: true });
		const bytes = concat(this.#held, chunk);
		if (!this.#isOpen) {
			this.#held = bytes;
			if (bytes.length < 4) return '';
			this.#isOpen = true;
			const encoding = markedEncoding(bytes);
			if (encoding !== null) return this.#begin(encoding);
		}
		const ascii = asciiLength(bytes);
		this.#held = bytes.subarray(ascii);
		const text = new TextDecoder().decode(bytes.subarray(0, ascii));
		return this.#held.length < encodingWindow ? text : text + this.#guess();
	}

	end(): string {
		if (this.#decoder) return this.#decoder.decode();
		const encoding = this.#isOpen ? null : markedEncoding(this.#held);
		const text = encoding === null ? this.#guess() : this.#begin(encoding);
		return text + (this.#decoder as TextDecoder | null)?.decode();
	}

	#guess(): string {
		return this.#begin(guessedEncoding(this.#held.subarray(0, encodingWindow)));
	}

	#begin(encoding: string): string {
		this.#decoder = new TextDecoder(encoding);
		const held = this.#held;
		this.#held = new Uint8Array(0);
		return this.#decoder.decode(held, { stream: true });
	}
}

/**
 * Text of a byte stream: UTF-16 when a mark or its zero bytes say so, else UTF-8, or Windows-1252 where UTF-8
 * would not fit. Marks are dropped, broken bytes become U+FFFD.
 */
export async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	const decoder = new StreamDecoder();
	for await (const chunk of chunks) {
		const text = decoder.push(chunk);
		if (text) yield text;
	}
	const rest = decoder.end();
	if (rest) yield rest;
}
