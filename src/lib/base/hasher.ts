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
