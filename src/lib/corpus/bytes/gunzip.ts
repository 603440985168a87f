import { FlateErrorCode, Gunzip, type FlateError } from 'fflate';

import { Crc32 } from '../../zip/crc32.ts';
import { CorpusError } from './error.ts';
import { InflationGuard, inflationStep } from './inflation.ts';
import { peekBytes } from './peek.ts';

/** Bytes behind the data of a member: its CRC-32 and its length modulo 2^32 (RFC 1952). */
const trailerBytes = 8;
/** Bytes that are kept to look back at: the head of the next member, with its names, stands behind the trailer. */
const recentBytes = 1 << 17;

/** Checks the members of a gzip file against what stands behind each. */
export class MemberCheck {
	#crc = new Crc32();
	#length = 0;
	/** The last bytes that were taken in, and how many came before them. */
	#recent = new Uint8Array(0);
	#before = 0;

	/** Takes compressed bytes in. */
	take(bytes: Uint8Array): void {
		const kept = this.#recent.subarray(-recentBytes);
		const recent = new Uint8Array(kept.length + bytes.length);
		recent.set(kept);
		recent.set(bytes, kept.length);
		this.#before += this.#recent.length - kept.length;
		this.#recent = recent;
	}

	/** Takes in what they inflate to. */
	give(bytes: Uint8Array): void {
		this.#crc.update(bytes);
		this.#length += bytes.length;
	}

	/**
	 * Whether the member that is being read ends in what was taken in, and nothing but zeros is behind it: archives on
	 * tape, and what copies them, are filled up so.
	 */
	isPadded(): boolean {
		const { length } = this.#recent;
		let at = length;
		while (at > 0 && this.#recent[at - 1] === 0) at--;
		// The last bytes of a trailer, which is a length, may be zeros.
		for (let end = at; end <= Math.min(length, at + trailerBytes); end++) if (this.#isEnd(end)) return true;
		return false;
	}

	#isEnd(end: number): boolean {
		const at = end - trailerBytes;
		const trailer = new DataView(this.#recent.buffer, 0);
		return (
			at >= 0 &&
			trailer.getUint32(at, true) === this.#crc.value() &&
			trailer.getUint32(at + 4, true) === this.#length % 4294967296
		);
	}

	/**
	 * Whether the member that ends at a place of the compressed bytes is as it was packed; the next one begins.
	 */
	isWhole(end: number): boolean {
		const whole = this.#isEnd(end - this.#before);
		this.#crc = new Crc32();
		this.#length = 0;
		return whole;
	}
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Bytes that are taken at once where members are short: room for what a member may hold is made for each of them. */
const shortStep = 4096;
/** Members in a slice from which they are short. */
const manyMembers = 4;

/** Inflates the members of a gzip file, slice by slice. */
class MemberReader {
	/** What has been inflated and not been fetched. */
	ready: Uint8Array[] = [];
	/** Bytes that the next slice should have. */
	step = inflationStep;
	readonly #file: string;
	readonly #guard: InflationGuard;
	readonly #check = new MemberCheck();
	readonly #gunzip: Gunzip;
	#members = 0;
	#ended = false;
	/** Whether the data has ended and zeros are behind it. */
	#padded = false;

	constructor(file: string) {
		this.#file = file;
		this.#guard = new InflationGuard(file);
		this.#gunzip = new Gunzip((chunk, final) => {
			this.#guard.give(chunk.length);
			this.#check.give(chunk);
			this.ready.push(chunk);
			this.#ended = final;
		});
		this.#gunzip.onmember = (offset) => {
			this.#members++;
			if (!this.#check.isWhole(offset)) throw this.#damaged(mismatch);
		};
	}

	/** @throws CorpusError for what is no gzip data, or not what was packed */
	push(slice: Uint8Array): void {
		if (this.#padded) {
			if (slice.some((byte) => byte !== 0)) throw this.#damaged('other bytes stand behind it');
			return;
		}
		this.#members = 0;
		this.#guard.taken += slice.length;
		this.#check.take(slice);
		this.#feed(slice, false);
		this.step = this.#members > manyMembers ? shortStep : inflationStep;
	}

	/** @throws CorpusError for data that ends too early */
	end(): void {
		if (!this.#padded) this.#feed(new Uint8Array(0), true);
		if (this.#padded || (this.#ended && this.#check.isPadded())) return;
		if (this.#ended) throw this.#damaged(mismatch);
		throw new CorpusError(`${this.#file}: its gzip data ends too early. Download it again.`);
	}

	#feed(bytes: Uint8Array, final: boolean): void {
		try {
			this.#gunzip.push(bytes, final);
		} catch (error) {
			if (error instanceof CorpusError) throw error;
			// Where another member might begin: elsewhere zeros would pass for the end of an empty one.
			this.#padded = (error as FlateError).code === FlateErrorCode.InvalidHeader && this.#check.isPadded();
			if (!this.#padded) throw this.#damaged(String(error));
		}
	}

	#damaged(why: string): CorpusError {
		return new CorpusError(
			`${this.#file}: its gzip data is damaged (${why}). Compress or download it again.`
		);
	}
}

const mismatch = 'its checksum does not fit';

async function* inflate(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = new MemberReader(file);
	for await (const chunk of chunks) {
		for (let at = 0; at < chunk.length;) {
			const slice = chunk.subarray(at, at + reader.step);
			at += slice.length;
			reader.push(slice);
			yield* reader.ready;
			reader.ready = [];
		}
	}
	reader.end();
	yield* reader.ready;
}

/** The content of a file: inflated when its first bytes are those of gzip, else as it is. */
export async function* inflated(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const { head, all } = await peekBytes(chunks, 2);
	yield* isGzip(head) ? inflate(file, all) : all;
}
