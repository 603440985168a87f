import { open } from 'node:fs/promises';
import { basename } from 'node:path';

import type { RandomAccess } from '../../lib/zip/random-access.ts';

/** Has a file read in any order, and closes it afterwards. */
export async function withFile<T>(path: string, use: (file: RandomAccess) => Promise<T>): Promise<T> {
	const handle = await open(path);
	try {
		const { size } = await handle.stat();
		return await use({
			name: basename(path),
			size,
			read: async (start, end) => {
				const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
				const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
				return bytes.subarray(0, bytesRead);
			}
		});
	} finally {
		await handle.close();
	}
}
