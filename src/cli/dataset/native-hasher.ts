import { createHash } from 'node:crypto';

import type { Hasher } from '../../lib/base/hasher.ts';

/** Node's SHA-256. */
export function nativeHasher(): Hasher {
	const hash = createHash('sha256');
	return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
}
