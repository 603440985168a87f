import { longestLine, RecordLength, tooLong } from './limits.ts';

/** Lines of a text stream, ended by LF, CRLF or CR, without their ends. */
export async function* lines(texts: AsyncIterable<string>): AsyncGenerator<string> {
	let open: string[] = [];
	let length = 0;
	let skipLineFeed = false;
	for await (const text of texts) {
		const block = skipLineFeed && text.startsWith('\n') ? text.slice(1) : text;
		if (text !== '') skipLineFeed = text.endsWith('\r');
		const parts = block.split(/\r\n|\n|\r/);
		const rest = parts.pop() ?? '';
		if (parts.length > 0) {
			parts[0] = open.join('') + (parts[0] ?? '');
			yield* parts;
			open = [];
			length = 0;
		}
		if (rest === '') continue;
		open.push(rest);
		length += rest.length;
		if (length > longestLine) throw tooLong('a line', longestLine);
	}
	if (length > 0) yield open.join('');
}

/** The lines between empty ones, trimmed, block by block. */
export async function* blocks(text: AsyncIterable<string>): AsyncGenerator<string[]> {
	let open: string[] = [];
	const length = new RecordLength();
	for await (const line of lines(text)) {
		length.add(line.length);
		if (line.trim()) open.push(line.trim());
		else if (open.length > 0) {
			yield open;
			open = [];
			length.reset();
		}
	}
	if (open.length > 0) yield open;
}
