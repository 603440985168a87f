import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { ByteSource } from '../../lib/corpus/bytes/bytes.ts';
import { openCorpus, type CorpusOptions } from '../../lib/corpus/pass/open.ts';
import type { PaperSource } from '../../lib/source/source.ts';
import { nativeHasher } from '../dataset/checksums.ts';

const chunkBytes = 1 << 18;

async function readPart(path: string, start: number, end: number): Promise<Uint8Array> {
	const handle = await open(path);
	try {
		const bytes = new Uint8Array(Math.max(0, end - start));
		const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
		return bytes.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

/** A file as bytes that can be read as often as they are wanted. */
export function fileSource(path: string, name = basename(path)): ByteSource {
	return {
		name,
		size: statSync(path).size,
		read: (start, end) => readPart(path, start, end),
		stream: () => createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Uint8Array>
	};
}

function lastSegments(path: string, count: number): string {
	return count <= 1 ? basename(path) : join(lastSegments(dirname(path), count - 1), basename(path));
}

/** A short name for every path: its file name, with as many folders as tell it from the others. */
export function distinctNames(paths: readonly string[]): string[] {
	return paths.map((path) => {
		for (let count = 1; count < path.length; count++) {
			const name = lastSegments(path, count);
			const alike = paths.filter((other) => other !== path && lastSegments(other, count) === name);
			if (alike.length === 0) return name.replaceAll('\\', '/');
		}
		return basename(path);
	});
}

/** Files as one corpus, each under a name that tells it from the others. */
export function openFiles(paths: readonly string[], options: CorpusOptions): PaperSource {
	const names = distinctNames(paths);
	const inputs = paths.map((path, index) => fileSource(path, names[index]));
	return openCorpus(inputs, options, { hasher: nativeHasher });
}
