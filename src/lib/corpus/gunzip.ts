import { Gunzip } from 'fflate';

import { sliced } from './bytes.ts';
import { CorpusError } from './error.ts';
import { InflationGuard, inflationStep } from './inflation.ts';
import { peekBytes } from './peek.ts';

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function* inflate(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const guard = new InflationGuard(file);
	let ready: Uint8Array[] = [];
	let ended = false;
	const gunzip = new Gunzip((chunk, final) => {
		guard.give(chunk.length);
		ready.push(chunk);
		ended = final;
	});
	const push = (chunk: Uint8Array, final: boolean) => {
		guard.taken += chunk.length;
		try {
			gunzip.push(chunk, final);
		} catch (error) {
			if (error instanceof CorpusError) throw error;
			throw new CorpusError(
				`${file}: its gzip data is damaged (${String(error)}). Compress or download it again.`
			);
		}
	};
	for await (const chunk of sliced(chunks, inflationStep)) {
		push(chunk, false);
		yield* ready;
		ready = [];
	}
	push(new Uint8Array(0), true);
	yield* ready;
	if (!ended) throw new CorpusError(`${file}: its gzip data ends too early. Download it again.`);
}

/** The content of a file: inflated when its first bytes are those of gzip, else as it is. */
export async function* inflated(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const { head, all } = await peekBytes(chunks, 2);
	yield* isGzip(head) ? inflate(file, all) : all;
}
