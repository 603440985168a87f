import { Gunzip } from 'fflate';

import { Crc32 } from '../../zip/crc32.ts';
import { sliced } from './bytes.ts';
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
	 * Whether the member that ends at a place of the compressed bytes, by default at their end, is as it was packed; the
	 * next one begins.
	 */
	isWhole(end = this.#before + this.#recent.length): boolean {
		const at = end - trailerBytes - this.#before;
		const trailer = new DataView(this.#recent.buffer, 0);
		const whole =
			at >= 0 &&
			trailer.getUint32(at, true) === this.#crc.value() &&
			trailer.getUint32(at + 4, true) === this.#length % 4294967296;
		this.#crc = new Crc32();
		this.#length = 0;
		return whole;
	}
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function* inflate(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const guard = new InflationGuard(file);
	const check = new MemberCheck();
	const damaged = (why: string) =>
		new CorpusError(`${file}: its gzip data is damaged (${why}). Compress or download it again.`);
	let ready: Uint8Array[] = [];
	let ended = false;
	const gunzip = new Gunzip((chunk, final) => {
		guard.give(chunk.length);
		check.give(chunk);
		ready.push(chunk);
		ended = final;
	});
	const mismatch = 'its checksum does not fit';
	gunzip.onmember = (offset) => {
		if (!check.isWhole(offset)) throw damaged(mismatch);
	};
	const push = (chunk: Uint8Array, final: boolean) => {
		guard.taken += chunk.length;
		check.take(chunk);
		try {
			gunzip.push(chunk, final);
		} catch (error) {
			if (error instanceof CorpusError) throw error;
			throw damaged(String(error));
		}
	};
	for await (const chunk of sliced(chunks, inflationStep)) {
		push(chunk, false);
		yield* ready;
		ready = [];
	}
	push(new Uint8Array(0), true);
	yield* ready;
	if (!ended) throw new CorpusError(`${file}: its gzip data ends too early. Download it again.`);
	if (!check.isWhole()) throw damaged(mismatch);
}

/** The content of a file: inflated when its first bytes are those of gzip, else as it is. */
export async function* inflated(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const { head, all } = await peekBytes(chunks, 2);
	yield* isGzip(head) ? inflate(file, all) : all;
}
