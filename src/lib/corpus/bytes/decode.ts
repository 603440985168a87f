import { analyse } from 'chardet';

import { concat } from './bytes.ts';
import { asListed, latin, others } from './encodings.ts';
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

/** The share of bytes beyond ASCII that stand next to another one: little in Latin letters, most in other scripts. */
function shareInRuns(bytes: Uint8Array): number {
	let [beyond, inRuns] = [0, 0];
	for (let at = 0; at < bytes.length; at++) {
		if ((bytes[at] ?? 0) < 0x80) continue;
		beyond++;
		if ((bytes[at - 1] ?? 0) > 127 || (bytes[at + 1] ?? 0) > 127) inRuns++;
	}
	return beyond === 0 ? 0 : inRuns / beyond;
}

/** Signs of Windows-1252 that stand in no word: from a raised three to pounds, degrees and fractions. */
const isSign = (byte: number) =>
	byte >= 0xa1 && byte <= 0xbf && ![0xaa, 0xab, 0xb5, 0xba, 0xbb].includes(byte);
const isSmallLetter = (byte: number) => byte >= 97 && byte <= 122;

/** Whether signs begin or part words, as no text in Western European letters has it. */
function hasSignsInWords(bytes: Uint8Array): boolean {
	let [beyond, signs] = [0, 0];
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		if (byte < 0x80) continue;
		beyond++;
		if (isSign(byte) && isSmallLetter(bytes[at + 1] ?? 0)) signs++;
	}
	return signs * 8 > beyond;
}

/** Central European of Windows or of ISO, by the Polish letters that stand in different places. */
function centralEuropean(bytes: Uint8Array): string {
	let lead = 0;
	for (const byte of bytes)
		if ((byte >= 0x80 && byte <= 0x9f) || byte === 0xa5 || byte === 0xb9) lead++;
		else if ([0xa1, 0xa6, 0xb1, 0xb6, 0xbc].includes(byte)) lead--;
	return lead >= 0 ? 'windows-1250' : 'iso-8859-2';
}

/** Above this share no text is in Latin letters. */
const mostLatinRuns = 0.7;
/** Points by which the detector must be surer of another encoding than of Western European. */
const leastLead = 4;

/** The encoding of a text that is not UTF-8, as the detector sees it; Western European where it is not sure. */
function legacyEncoding(bytes: Uint8Array): string {
	const isLatin = shareInRuns(bytes) <= mostLatinRuns;
	const found = analyse(bytes).flatMap(({ name, confidence }) => {
		const encoding = latin.get(name) ?? others.get(name);
		return encoding === undefined ? [] : [{ encoding, confidence, isLatin: latin.has(name) }];
	});
	if (!isLatin) {
		const best = found.find((candidate) => !candidate.isLatin);
		if (best) return best.encoding;
	}
	if (hasSignsInWords(bytes)) {
		const best = found.find(({ encoding }) => encoding !== 'windows-1252');
		return best && /^(?:windows-1250|iso-8859-2)$/.test(best.encoding)
			? best.encoding
			: centralEuropean(bytes);
	}
	const western = found.find(({ encoding }) => encoding === 'windows-1252')?.confidence ?? 0;
	const [best] = found;
	return best !== undefined && best.confidence >= western + leastLead ? best.encoding : 'windows-1252';
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
 * would not fit what the detector says. Marks are dropped, broken bytes become U+FFFD.
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
