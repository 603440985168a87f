import { RecordLength } from './limits.ts';
import { lines } from './lines.ts';

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
