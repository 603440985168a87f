/** Bytes that come in chunks of any length. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Bytes as text for a script element: 13 bits are two of 91 printable characters of ASCII, so that the text takes 16
 * bytes for 13, where base64 takes 17.3. The number of bytes follows behind a space. `<` is none of the characters, so that
 * no tag can arise.
 */
export async function* denseText(chunks: Chunks): AsyncGenerator<Uint8Array> {
	let [bits, held, total] = [0, 0, 0];
	const digit = (value: number) => (value === 25 ? 33 : value + 35);
	for await (const chunk of chunks) {
		const text = new Uint8Array(2 * Math.ceil((chunk.length * 8 + held) / 13));
		let at = 0;
		for (const byte of chunk) {
			bits = (bits << 8) | byte;
			held += 8;
			if (held < 13) continue;
			held -= 13;
			const value = bits >> held;
			bits &= (1 << held) - 1;
			text[at++] = digit(Math.floor(value / 91));
			text[at++] = digit(value % 91);
		}
		total += chunk.length;
		yield text.subarray(0, at);
	}
	const last = bits << (13 - held);
	const end = held === 0 ? [] : [digit(Math.floor(last / 91)), digit(last % 91)];
	yield Uint8Array.from([...end, ...new TextEncoder().encode(` ${total}`)]);
}

/** Characters of the text of these many bytes, but for their number at its end. */
export const denseLength = (bytes: number): number => 2 * Math.ceil((bytes * 8) / 13);

/**
 * The bytes of such a text. It names nothing outside of itself, because a page that unpacks itself holds its source.
 * @throws Error when the text is not whole
 */
export function denseBytes(text: string): Uint8Array<ArrayBuffer> {
	const length = text.lastIndexOf(' ');
	const bytes = new Uint8Array(Number(text.slice(length + 1)));
	if (length < 0 || length !== 2 * Math.ceil((bytes.length * 8) / 13))
		throw new Error('the text is not whole');
	let [bits, held, to] = [0, 0, 0];
	for (let at = 0; at < length; at += 2) {
		const [high, low] = [text.charCodeAt(at) - 35, text.charCodeAt(at + 1) - 35];
		bits = (bits << 13) | ((high < 0 ? 25 : high) * 91 + (low < 0 ? 25 : low));
		held += 13;
		while (held >= 8) {
			held -= 8;
			bytes[to++] = bits >> held;
			bits &= (1 << held) - 1;
		}
	}
	return bytes;
}
