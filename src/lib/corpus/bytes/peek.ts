import { concat } from './bytes.ts';

/** The first bytes of a stream, at least as many as asked for where it has them, and the whole stream again. */
export async function peekBytes(
	chunks: AsyncIterable<Uint8Array>,
	length: number
): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
	const rest = chunks[Symbol.asyncIterator]();
	let head = new Uint8Array(0);
	while (head.length < length) {
		const next = await rest.next();
		if (next.done) break;
		head = concat(head, next.value);
	}
	return { head, all: joined(head, rest) };
}

/** The same of text. */
export async function peekText(
	texts: AsyncIterable<string>,
	length: number
): Promise<{ head: string; isWhole: boolean; all: AsyncGenerator<string> }> {
	const rest = texts[Symbol.asyncIterator]();
	let head = '';
	let isWhole = false;
	while (head.length < length && !isWhole) {
		const next = await rest.next();
		if (next.done) isWhole = true;
		else head += next.value;
	}
	return { head, isWhole, all: joined(head, rest) };
}

async function* joined<T>(head: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
	yield head;
	for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
