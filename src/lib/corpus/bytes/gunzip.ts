import { Gunzip } from 'fflate';

import { sliced } from './bytes.ts';
import { CorpusError } from './error.ts';
import { MemberCheck } from './gzip-member.ts';
import { InflationGuard, inflationStep } from './inflation.ts';
import { peekBytes } from './peek.ts';

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function* inflate(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const guard = new InflationGuard(file);
	const check = new MemberCheck();
	const damaged = (why: string) =>
		new CorpusError(`${file}: its gzip data is damaged (${why}). Compress or download it again.`);
	let ready: Uint8Array[] = [];
	let ended = false;
	const gunzip = new Gunzip((chunk, final) => {
		guard.give(chunk.length);
		check.give(chunk);
		ready.push(chunk);
		ended = final;
	});
	const mismatch = 'its checksum does not fit';
	gunzip.onmember = (offset) => {
		if (!check.isWhole(offset)) throw damaged(mismatch);
	};
	const push = (chunk: Uint8Array, final: boolean) => {
		guard.taken += chunk.length;
		check.take(chunk);
		try {
			gunzip.push(chunk, final);
		} catch (error) {
			if (error instanceof CorpusError) throw error;
			throw damaged(String(error));
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
	if (!check.isWhole()) throw damaged(mismatch);
}

/** The content of a file: inflated when its first bytes are those of gzip, else as it is. */
export async function* inflated(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const { head, all } = await peekBytes(chunks, 2);
	yield* isGzip(head) ? inflate(file, all) : all;
}
