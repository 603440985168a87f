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
	/** Room for the last bytes that were taken in, those bytes, and how many came before them. */
	#room = new Uint8Array(2 * recentBytes);
	#recent = this.#room.subarray(0, 0);
	#before = 0;

	/** Takes compressed bytes in. */
	take(bytes: Uint8Array): void {
		if (this.#recent.length + bytes.length > this.#room.length) this.#moveDown(bytes.length);
		const { length } = this.#recent;
		this.#room.set(bytes, length);
		this.#recent = this.#room.subarray(0, length + bytes.length);
	}

	/** Makes room behind the bytes that are looked back at. */
	#moveDown(wanted: number): void {
		const kept = this.#recent.subarray(-recentBytes);
		const size = Math.max(this.#room.length, kept.length + wanted);
		const room = size > this.#room.length ? new Uint8Array(size) : this.#room;
		room.set(kept);
		this.#before += this.#recent.length - kept.length;
		this.#room = room;
		this.#recent = room.subarray(0, kept.length);
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

/** Why gzip data cannot be read, in words that stand behind the name of the file. */
export type GzipProblem = { readonly damaged: string } | 'short';

/** What is said of data that are not what was packed, and of padding that is none. */
export const mismatch: GzipProblem = { damaged: 'its checksum does not fit' };
export const unpadded: GzipProblem = { damaged: 'other bytes stand behind it' };

/** Thrown by whoever unpacks gzip data. */
export class GzipError extends Error {
	readonly problem: GzipProblem;

	constructor(problem: GzipProblem) {
		super('gzip data cannot be read');
		this.problem = problem;
	}
}

/**
 * Unpacks the members of gzip data, slice by slice, and checks each against its trailer; zeros may stand behind the
 * last.
 */
export interface GzipReader {
	/** Bytes that the next slice should have, at most. */
	readonly step: number;
	/**
	 * Takes in a slice and gives what it inflates to.
	 * @throws GzipError
	 */
	push(slice: Uint8Array): readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
	/**
	 * Gives what is left.
	 * @throws GzipError
	 */
	end(): readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
	/** Called when nothing more is wanted, also before the end. */
	close?(): void;
}

/** Unpacks gzip data in plain JavaScript. */
class PortableGzipReader implements GzipReader {
	step = inflationStep;
	#ready: Uint8Array[] = [];
	readonly #check = new MemberCheck();
	readonly #gunzip: Gunzip;
	#members = 0;
	#ended = false;
	/** Whether the data has ended and zeros are behind it. */
	#padded = false;

	constructor() {
		this.#gunzip = new Gunzip((chunk, final) => {
			this.#check.give(chunk);
			this.#ready.push(chunk);
			this.#ended = final;
		});
		this.#gunzip.onmember = (offset) => {
			this.#members++;
			if (!this.#check.isWhole(offset)) throw new GzipError(mismatch);
		};
	}

	push(slice: Uint8Array): Uint8Array[] {
		if (this.#padded) {
			if (slice.some((byte) => byte !== 0)) throw new GzipError(unpadded);
			return [];
		}
		this.#members = 0;
		this.#check.take(slice);
		this.#feed(slice, false);
		this.step = this.#members > manyMembers ? shortStep : inflationStep;
		return this.#taken();
	}

	end(): Uint8Array[] {
		if (!this.#padded) this.#feed(new Uint8Array(0), true);
		if (this.#padded || (this.#ended && this.#check.isPadded())) return this.#taken();
		throw new GzipError(this.#ended ? mismatch : 'short');
	}

	#taken(): Uint8Array[] {
		const ready = this.#ready;
		this.#ready = [];
		return ready;
	}

	#feed(bytes: Uint8Array, final: boolean): void {
		try {
			this.#gunzip.push(bytes, final);
		} catch (error) {
			if (error instanceof GzipError) throw error;
			// Where another member might begin: elsewhere zeros would pass for the end of an empty one.
			this.#padded = (error as FlateError).code === FlateErrorCode.InvalidHeader && this.#check.isPadded();
			if (!this.#padded) throw new GzipError({ damaged: String(error) });
		}
	}
}

/** A reader for hosts that have none of their own. */
export const portableGunzip = (): GzipReader => new PortableGzipReader();

function inWords(file: string, error: unknown): unknown {
	if (!(error instanceof GzipError)) return error;
	return new CorpusError(
		error.problem === 'short'
			? `${file}: its gzip data ends too early. Download it again.`
			: `${file}: its gzip data is damaged (${error.problem.damaged}). Compress or download it again.`
	);
}

async function* inflate(
	file: string,
	chunks: AsyncIterable<Uint8Array>,
	reader: GzipReader
): AsyncGenerator<Uint8Array> {
	const guard = new InflationGuard(file);
	const watched = (ready: readonly Uint8Array[]) => {
		for (const { length } of ready) guard.give(length);
		return ready;
	};
	try {
		for await (const chunk of chunks) {
			for (let at = 0; at < chunk.length;) {
				const slice = chunk.subarray(at, at + reader.step);
				at += slice.length;
				guard.taken += slice.length;
				yield* watched(await reader.push(slice));
			}
		}
		yield* watched(await reader.end());
	} catch (error) {
		throw inWords(file, error);
	} finally {
		reader.close?.();
	}
}

/**
 * The content of a file: inflated when its first bytes are those of gzip, else as it is.
 * @param gunzip makes a reader of gzip data
 * @throws CorpusError for gzip data that are damaged, cut short or a compression bomb
 */
export async function* inflated(
	file: string,
	chunks: AsyncIterable<Uint8Array>,
	gunzip: () => GzipReader = portableGunzip
): AsyncGenerator<Uint8Array> {
	const { head, all } = await peekBytes(chunks, 2);
	yield* isGzip(head) ? inflate(file, all, gunzip()) : all;
}
