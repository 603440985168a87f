import type { RandomAccess } from '../../zip/random-access.ts';
import { CorpusError } from './error.ts';

/** A file of a corpus: its name, without its folder, and its bytes, as often as they are wanted. */
export interface ByteSource extends RandomAccess {
	stream(): AsyncIterable<Uint8Array>;
}

/** A source over bytes or text that are already in memory. */
export function memorySource(name: string, content: string | Uint8Array): ByteSource {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return {
		name,
		size: bytes.length,
		read: async (start, end) => bytes.subarray(start, end),
		stream: async function* () {
			yield bytes;
		}
	};
}

export function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
	const both = new Uint8Array(a.length + b.length);
	both.set(a);
	both.set(b, a.length);
	return both;
}

/** Bytes of a file that can only be read whole, at most. */
const largestWhole = 2_000_000_000;

/**
 * All bytes of a stream in one array.
 * @throws CorpusError when there are too many
 */
export async function collected(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of chunks) {
		parts.push(chunk);
		length += chunk.length;
		if (length > largestWhole)
			throw new CorpusError(
				'it is larger than 2 GB and of a kind that is read whole. Save it as JSONL or CSV.'
			);
	}
	const whole = new Uint8Array(length);
	parts.reduce((at, part) => {
		whole.set(part, at);
		return at + part.length;
	}, 0);
	return whole;
}
