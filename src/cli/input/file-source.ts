import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { ByteSource } from '../../lib/corpus/bytes/bytes.ts';
import type { EarlierPapers } from '../../lib/corpus/pass/earlier.ts';
import { openCorpus, type CorpusOptions } from '../../lib/corpus/pass/open.ts';
import type { PaperSource } from '../../lib/source/source.ts';
import { nativeHasher } from '../dataset/checksums.ts';
import { nativeGunzip } from './native-gunzip.ts';

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
	const names = new Map<string, string>();
	let left = [...new Set(paths)];
	for (let count = 1, before = ''; left.length > 0; count++) {
		const wanted = left.map((path) => lastSegments(path, count));
		if (wanted.join('\n') === before) break;
		const times = new Map<string, number>();
		for (const name of wanted) times.set(name, (times.get(name) ?? 0) + 1);
		left.forEach((path, place) => {
			const name = wanted[place] as string;
			if (times.get(name) === 1) names.set(path, name.replaceAll('\\', '/'));
		});
		left = left.filter((path) => !names.has(path));
		before = left.map((path) => lastSegments(path, count)).join('\n');
	}
	return paths.map((path) => names.get(path) ?? basename(path));
}

/** Files as one corpus, after the papers of a dataset if any, each under a name that tells it from the others. */
export function openFiles(
	paths: readonly string[],
	options: CorpusOptions,
	earlier?: EarlierPapers
): PaperSource {
	const names = distinctNames(paths);
	const inputs = paths.map((path, index) => fileSource(path, names[index]));
	return openCorpus(inputs, options, { hasher: nativeHasher, gunzip: nativeGunzip }, earlier);
}
