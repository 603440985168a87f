/** A file of a corpus: its name and its bytes, as often as they are wanted. */
export interface ByteSource {
	/** File name without its folder. */
	readonly name: string;
	readonly size: number | null;
	stream(): AsyncIterable<Uint8Array>;
}

/** A source over bytes or text that are already in memory. */
export function memorySource(name: string, content: string | Uint8Array): ByteSource {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return {
		name,
		size: bytes.length,
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

/** The same bytes in pieces of at most the given length. */
export async function* sliced(chunks: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		for (let at = 0; at < chunk.length; at += length) yield chunk.subarray(at, at + length);
	}
}

/** All bytes of a stream in one array. */
export async function collected(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of chunks) {
		parts.push(chunk);
		length += chunk.length;
	}
	const whole = new Uint8Array(length);
	parts.reduce((at, part) => {
		whole.set(part, at);
		return at + part.length;
	}, 0);
	return whole;
}
