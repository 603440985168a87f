import { encodingOf, encodingWindow, noDecoding } from './decode.ts';
import { asListed } from './encodings.ts';
import { longestLine, tooLong } from './limits.ts';
import { UndecodedCount } from './undecoded.ts';

/** Whole lines of a file. */
export interface LinePiece {
	bytes: Uint8Array<ArrayBuffer>;
	/** As `TextDecoder` calls it. */
	encoding: string;
	/** What the user says of fields: field names by the names that records have. */
	columns?: Readonly<Record<string, string>> | undefined;
}

/** Bytes that are read before they are cut, by default. */
const usualBytes = 1 << 20;
const [lineFeed, carriageReturn] = [10, 13];

function firstBeyondAscii(bytes: Uint8Array): number {
	const at = bytes.findIndex((byte) => byte > 127);
	return at < 0 ? bytes.length : at;
}

/** Where the last whole line of bytes[0, end) ends, or 0. */
function lastLineEnd(bytes: Uint8Array, end: number): number {
	const lineEnd = bytes.lastIndexOf(lineFeed, end - 1) + 1;
	// A carriage return at the very end may be the first half of a line end.
	return end === 0 ? 0 : lineEnd || (end < 2 ? 0 : bytes.lastIndexOf(carriageReturn, end - 2) + 1);
}

/** Cuts a stream of bytes into whole lines; where it cuts does not depend on how the bytes arrive. */
class LineCutter {
	readonly #size: number;
	#buffer: Uint8Array<ArrayBuffer>;
	#length = 0;
	/** `null` until bytes beyond ASCII have shown it. */
	#encoding: string | null;

	constructor(size: number, encoding: string | null) {
		this.#size = size;
		this.#encoding = encoding;
		this.#buffer = new Uint8Array(size);
	}

	/** Takes in bytes; gives the pieces that they complete. */
	*push(chunk: Uint8Array): Generator<LinePiece> {
		for (let from = 0; from < chunk.length;) {
			const taken = Math.min(chunk.length - from, this.#buffer.length - this.#length);
			this.#buffer.set(chunk.subarray(from, from + taken), this.#length);
			this.#length += taken;
			from += taken;
			if (this.#length === this.#buffer.length) yield* this.#cut();
		}
	}

	/** What is left. */
	*end(): Generator<LinePiece> {
		if (this.#length === 0) return;
		const bytes = this.#buffer.slice(0, this.#length);
		yield { bytes, encoding: this.#encoding ?? encodingOf(bytes, firstBeyondAscii(bytes)) };
	}

	*#cut(): Generator<LinePiece> {
		const all = this.#buffer;
		const ascii = this.#encoding === null ? firstBeyondAscii(all) : 0;
		const isOpen = this.#encoding === null && ascii + encodingWindow > all.length;
		if (!isOpen) this.#encoding ??= encodingOf(all, ascii);
		const end = lastLineEnd(all, isOpen ? ascii : all.length);
		if (end > 0) yield { bytes: all.slice(0, end), encoding: this.#encoding ?? 'utf-8' };
		else if (all.length > longestLine) throw tooLong('a line', longestLine);
		const size = end > 0 ? this.#size : all.length * 2;
		this.#buffer = new Uint8Array(Math.max(size, all.length - end + 1));
		this.#buffer.set(all.subarray(end));
		this.#length = all.length - end;
	}
}

/**
 * The lines of a file, in pieces; in any encoding but UTF-16, whose line feeds are no single bytes.
 * @param size bytes of a piece, at most, unless a line is longer; at least a few
 * @param encoding where it is known
 */
export async function* cutLines(
	chunks: AsyncIterable<Uint8Array>,
	size = usualBytes,
	encoding: string | null = null
): AsyncGenerator<LinePiece> {
	const cutter = new LineCutter(size, encoding);
	let atStart = true;
	for await (const chunk of chunks) {
		const isMarked = atStart && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
		yield* cutter.push(isMarked ? chunk.subarray(3) : chunk);
		if (chunk.length > 0) atStart = false;
	}
	yield* cutter.end();
}

/**
 * The lines of a piece, ended by LF, CRLF or CR, without their ends.
 * @param decoding is told of what could not be decoded
 */
export function* linesOf({ bytes, encoding }: LinePiece, decoding = noDecoding()): Generator<string> {
	const decoder = new TextDecoder(encoding, { ignoreBOM: true });
	const undecoded = new UndecodedCount(encoding);
	const isUtf8 = encoding === 'utf-8';
	for (let start = 0; start < bytes.length;) {
		const found = bytes.indexOf(lineFeed, start);
		const end = found < 0 ? bytes.length : found;
		// In one go some hosts leave 0x80 to 0x9F of Windows' encodings as control characters.
		const stretch = bytes.subarray(start, end);
		const line = isUtf8
			? decoder.decode(stretch)
			: asListed(decoder.decode(stretch, { stream: true }) + decoder.decode(), stretch, encoding);
		undecoded.add(stretch, line);
		if (line.includes('\r')) yield* line.split('\r');
		else yield line;
		start = end + 1;
	}
	decoding.undecoded += undecoded.count;
}
