import type { Hasher } from '../../base/hasher.ts';
import { CorpusError } from './error.ts';

/** Characters of a line, and of a record of JSON, at most. */
export const longestLine = 64_000_000;
/** Characters of any other record, at most: no paper is longer, and what is would fill the memory. */
export const longestRecord = 16_000_000;

export function tooLong(what: string, limit = longestRecord): CorpusError {
	return new CorpusError(`it has ${what} of more than ${Math.floor(limit / 1_000_000)} million characters.`);
}

/** Adds up the characters of the record that is being read. */
export class RecordLength {
	#length = 0;

	/** @throws CorpusError when the record is longer than any paper */
	add(characters: number): void {
		this.#length += characters;
		if (this.#length > longestRecord) throw tooLong('a record');
	}

	reset(): void {
		this.#length = 0;
	}
}

/** Passes bytes on while it counts them, hashes them when given a hasher, and stops at a limit. */
export class Meter {
	bytes = 0;
	readonly #hasher: Hasher | null;
	readonly #largest: number;

	constructor(hasher: Hasher | null, largest: number) {
		this.#hasher = hasher;
		this.#largest = largest;
	}

	async *measure(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		for await (const chunk of chunks) {
			this.bytes += chunk.length;
			if (this.bytes > this.#largest) throw tooLarge(this.#largest);
			this.#hasher?.update(chunk);
			yield chunk;
		}
	}

	sha256(): string {
		return this.#hasher?.hex() ?? '';
	}
}

/** Says that a file has more bytes than can be taken. */
export function tooLarge(largest: number): CorpusError {
	const size = largest >= 1_000_000 ? `${Math.floor(largest / 1_000_000)} MB` : `${largest} bytes`;
	return new CorpusError(
		`it is larger than ${size}, which is as much as can be opened here. Build it on the command line.`
	);
}
