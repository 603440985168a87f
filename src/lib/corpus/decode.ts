/** Text of a byte stream: UTF-16 when a mark says so, else UTF-8; marks are dropped, broken bytes become U+FFFD. */
export async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	let decoder: TextDecoder | null = null;
	for await (const chunk of chunks) {
		decoder ??= new TextDecoder(encodingOf(chunk));
		const text = decoder.decode(chunk, { stream: true });
		if (text) yield text;
	}
	const rest = decoder?.decode();
	if (rest) yield rest;
}

function encodingOf(head: Uint8Array): string {
	if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
	if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
	return 'utf-8';
}

/** Lines of a text stream, ended by LF, CRLF or CR, without their ends. */
export async function* lines(texts: AsyncIterable<string>): AsyncGenerator<string> {
	let rest = '';
	for await (const text of texts) {
		const block = rest + text;
		// A CR at the end may be half of a CRLF.
		const end = block.endsWith('\r') ? block.length - 1 : block.length;
		const parts = block.slice(0, end).split(/\r\n|\n|\r/);
		rest = (parts.pop() ?? '') + block.slice(end);
		yield* parts;
	}
	if (rest.endsWith('\r')) rest = rest.slice(0, -1);
	if (rest) yield rest;
}
