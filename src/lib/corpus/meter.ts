import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A running SHA-256. */
export interface Hasher {
	update(bytes: Uint8Array): void;
	/** The digest in hexadecimal; called once, at the end. */
	hex(): string;
}

/** SHA-256 in plain JavaScript, about 90 MB/s; a host that has a native one lends it. */
export function portableHasher(): Hasher {
	const hash = sha256.create();
	return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}

/** Passes bytes on while it counts and, when given a hasher, hashes them. */
export class Meter {
	bytes = 0;
	readonly #hasher: Hasher | null;

	constructor(hasher: Hasher | null) {
		this.#hasher = hasher;
	}

	async *measure(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		for await (const chunk of chunks) {
			this.bytes += chunk.length;
			this.#hasher?.update(chunk);
			yield chunk;
		}
	}

	sha256(): string {
		return this.#hasher?.hex() ?? '';
	}
}
