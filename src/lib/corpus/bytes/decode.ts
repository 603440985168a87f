import { analyse } from 'chardet';

import { concat } from './bytes.ts';
import { asListed, wide } from './encodings.ts';
import { plausibleEncoding, plausibleWideEncodings } from './plausible.ts';
import { UndecodedCount } from './undecoded.ts';

/** How a text has been decoded so far. */
export interface Decoding {
	/** As `TextDecoder` calls it; `null` until it is known. */
	encoding: string | null;
	/** Characters that became U+FFFD. */
	undecoded: number;
}

export const noDecoding = (): Decoding => ({ encoding: null, undecoded: 0 });

/** Bytes, from the first beyond ASCII on, by which an encoding is told. */
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

/** By how much other encodings of one byte must be more plausible than Western European, which is usual: twenty times. */
const leastLead = 3;
/** By how much an encoding of two bytes must be more plausible, for each byte, than those of one. */
const leastWideLead = 0.3;
/** Encodings that are less plausible than another by no more than this, for each byte, are as good. */
const asGood = 0.25;

/**
 * The encoding of a text that is not UTF-8: that which makes the most plausible letters of its bytes. Among those of two
 * bytes that are as good the detector chooses, which knows their commonest characters.
 */
function legacyEncoding(bytes: Uint8Array): string {
	const narrow = plausibleEncoding(bytes, leastLead);
	const scores = plausibleWideEncodings(bytes);
	const best = Math.max(...scores.values());
	if (best <= narrow.score + leastWideLead) return narrow.encoding;
	const good = [...scores].filter(([, score]) => score >= best - asGood).map(([encoding]) => encoding);
	const found = analyse(bytes).map(({ name }) => wide.get(name) ?? '');
	return found.find((encoding) => good.includes(encoding)) ?? (good[0] as string);
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
	return broken > valid ? legacyEncoding(bytes) : 'utf-8';
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
	#undecoded = new UndecodedCount('utf-8');
	readonly #stated: string | undefined;
	readonly #decoding: Decoding;

	/** @param stated the encoding, where it is known */
	constructor(stated: string | undefined, decoding: Decoding) {
		this.#stated = stated;
		this.#decoding = decoding;
	}

	push(chunk: Uint8Array): string {
		if (this.#decoder) return this.#decode(this.#decoder, chunk);
		const bytes = concat(this.#held, chunk);
		if (!this.#isOpen) {
			this.#held = bytes;
			if (bytes.length < 4) return '';
			this.#isOpen = true;
			const encoding = this.#stated ?? markedEncoding(bytes);
			if (encoding !== null) return this.#begin(encoding);
		}
		const ascii = asciiLength(bytes);
		this.#held = bytes.subarray(ascii);
		const text = new TextDecoder().decode(bytes.subarray(0, ascii));
		return this.#held.length < encodingWindow ? text : text + this.#guess();
	}

	end(): string {
		if (this.#decoder) return this.#rest();
		const encoding = this.#isOpen ? null : (this.#stated ?? markedEncoding(this.#held));
		const text = encoding === null ? this.#guess() : this.#begin(encoding);
		return text + this.#rest();
	}

	#guess(): string {
		return this.#begin(guessedEncoding(this.#held.subarray(0, encodingWindow)));
	}

	#begin(encoding: string): string {
		const decoder = new TextDecoder(encoding);
		const held = this.#held;
		this.#held = new Uint8Array(0);
		this.#decoder = decoder;
		this.#undecoded = new UndecodedCount(encoding);
		this.#decoding.encoding = encoding;
		return this.#decode(decoder, held);
	}

	#decode(decoder: TextDecoder, bytes: Uint8Array): string {
		return this.#counted(bytes, decoder.decode(bytes, { stream: true }));
	}

	/** What the decoder still holds: a character that the stream cuts off. */
	#rest(): string {
		return this.#counted(new Uint8Array(0), this.#decoder?.decode() ?? '');
	}

	#counted(bytes: Uint8Array, text: string): string {
		const listed = asListed(text, bytes, this.#decoding.encoding ?? '');
		this.#undecoded.add(bytes, listed);
		this.#decoding.undecoded = this.#undecoded.count;
		return listed;
	}
}

/**
 * Text of a byte stream: UTF-16 when a mark or its zero bytes say so, else UTF-8, or where UTF-8
 * would not fit what makes the most plausible letters. Marks are dropped, broken bytes become U+FFFD.
 * @param stated the encoding, where it is known
 * @param decoding is told the encoding and what could not be decoded
 */
export async function* decoded(
	chunks: AsyncIterable<Uint8Array>,
	stated?: string,
	decoding = noDecoding()
): AsyncGenerator<string> {
	const decoder = new StreamDecoder(stated, decoding);
	for await (const chunk of chunks) {
		const text = decoder.push(chunk);
		if (text) yield text;
	}
	const rest = decoder.end();
	if (rest) yield rest;
}
