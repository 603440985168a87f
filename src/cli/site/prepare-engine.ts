import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, gzip } from 'node:zlib';

import { swapFolder } from '../dataset/swap.ts';
import { projectRoot } from '../root.ts';

const source = join(projectRoot, 'node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
/** Where the pages have it from. */
export const engineFolder = join(projectRoot, 'static/engine');
export const engineFile = 'duckdb-eh.wasm.gz';

/** Whether a gzip file holds these bytes, by the checksum and the length at its end (RFC 1952). */
function holds(compressed: Uint8Array, content: Uint8Array): boolean {
	if (compressed.length < 18) return false;
	const trailer = new DataView(compressed.buffer, compressed.byteOffset + compressed.length - 8);
	return trailer.getUint32(0, true) === crc32(content) && trailer.getUint32(4, true) === content.length;
}

/** Puts the page's database engine in place, compressed; does nothing when it is there already. */
export async function prepareEngine(): Promise<void> {
	const wasm = readFileSync(source);
	const path = join(engineFolder, engineFile);
	if (existsSync(path) && holds(readFileSync(path), wasm)) return;
	console.log('Compressing the database engine for the page ...');
	await swapFolder(engineFolder, async (folder) =>
		writeFile(join(folder, engineFile), await promisify(gzip)(wasm, { level: 9 }))
	);
}
