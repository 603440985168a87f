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
