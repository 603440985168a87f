import { Gunzip } from 'fflate';

import { CorpusError } from './error.ts';

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function* inflate(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	let ready: Uint8Array[] = [];
	let ended = false;
	const gunzip = new Gunzip((chunk, final) => {
		ready.push(chunk);
		ended = final;
	});
	const push = (chunk: Uint8Array, final: boolean) => {
		try {
			gunzip.push(chunk, final);
		} catch (error) {
			throw new CorpusError(
				`${file}: its gzip data is damaged (${String(error)}). Compress or download it again.`
			);
		}
	};
	for await (const chunk of chunks) {
		push(chunk, false);
		yield* ready;
		ready = [];
	}
	push(new Uint8Array(0), true);
	yield* ready;
	if (!ended) throw new CorpusError(`${file}: its gzip data ends too early. Download it again.`);
}

async function* prepend(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield first;
	for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** The content of a file: inflated when its first bytes are those of gzip, else as it is. */
export async function* inflated(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const rest = chunks[Symbol.asyncIterator]();
	let head = new Uint8Array(0);
	for (let next = await rest.next(); !next.done; next = await rest.next()) {
		head = concat(head, next.value);
		if (head.length >= 2) break;
	}
	yield* isGzip(head) ? inflate(file, prepend(head, rest)) : prepend(head, rest);
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
	const both = new Uint8Array(a.length + b.length);
	both.set(a);
	both.set(b, a.length);
	return both;
}
