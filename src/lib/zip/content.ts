import { Inflate } from 'fflate';

import { contentStart, type ZipRecord } from './directory.ts';
import { ZipError } from './error.ts';
import type { RandomAccess } from './random-access.ts';

/** Packed bytes that are read at once. */
const block = 1 << 20;
/** Packed bytes that are inflated at once: what comes out is measured before more go in. */
const step = 65_536;

async function* packedBytes(file: RandomAccess, record: ZipRecord): AsyncGenerator<Uint8Array> {
	const start = await contentStart(file, record);
	for (let at = 0; at < record.packed; at += block) {
		const bytes = await file.read(start + at, start + Math.min(record.packed, at + block));
		for (let from = 0; from < bytes.length; from += step) yield bytes.subarray(from, from + step);
	}
}

/** The bytes of an entry, no more of them than its directory states. */
export async function* zipContent(file: RandomAccess, record: ZipRecord): AsyncGenerator<Uint8Array> {
	const wrong = (why: string) =>
		new ZipError(`${file.name}: ${record.name} ${why}. Copy or save the archive again.`);
	let given = 0;
	const measured = (chunk: Uint8Array) => {
		given += chunk.length;
		if (given > record.size) throw wrong('is longer than the archive says');
		return chunk;
	};
	if (record.method === 0) for await (const chunk of packedBytes(file, record)) yield measured(chunk);
	else if (record.method === 8) yield* inflated(file, record, measured, wrong);
	else throw wrong('is packed in a way that cannot be read');
	if (given !== record.size) throw wrong('is shorter than the archive says');
}

async function* inflated(
	file: RandomAccess,
	record: ZipRecord,
	measured: (chunk: Uint8Array) => Uint8Array,
	wrong: (why: string) => ZipError
): AsyncGenerator<Uint8Array> {
	let ready: Uint8Array[] = [];
	const inflate = new Inflate((chunk) => ready.push(measured(chunk)));
	for await (const chunk of packedBytes(file, record)) {
		try {
			inflate.push(chunk);
		} catch (error) {
			throw error instanceof ZipError ? error : wrong('is damaged');
		}
		yield* ready;
		ready = [];
	}
}
