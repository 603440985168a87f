import { cutLines, hashFiles, lookAtFiles } from '../../src/cli/steps/lines.ts';
import { readFiles } from '../../src/cli/steps/read.ts';
import type { Staging } from '../../src/cli/steps/staging.ts';

export async function* stream<R>(rows: Iterable<R>): AsyncGenerator<R> {
	yield* rows;
}

export async function gathered<R>(rows: AsyncIterable<R>): Promise<R[]> {
	const all: R[] = [];
	for await (const row of rows) all.push(row);
	return all;
}

/** A file, by the path that Spark names it by. */
export interface OneFile {
	path: string;
	content: Buffer;
}

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Lines of a file, without their line feeds and the mark at its beginning, with the places where they begin. */
function linesOf(content: Buffer): { line: Buffer; at: number }[] {
	const lines: { line: Buffer; at: number }[] = [];
	for (let at = 0; at < content.length;) {
		const found = content.indexOf(10, at);
		const end = found < 0 ? content.length : found;
		const isMarked = at === 0 && content.subarray(0, 3).equals(mark);
		lines.push({ line: content.subarray(isMarked ? 3 : at, end), at });
		at = end + 1;
	}
	return lines;
}

/** Lines as Spark gives them to tasks: those that begin behind the start of a stretch, or at the very end of it. */
function* stretchesOf({ path, content }: OneFile, bytes: number) {
	for (let start = 0; start < content.length; start += bytes) {
		const end = Math.min(start + bytes, content.length);
		const lines = linesOf(content).filter(({ at }) => (at > start || start === 0) && at <= end);
		yield lines.map(({ line }) => ({ path, start: BigInt(start), end: BigInt(end), line }));
	}
}

/** Takes files apart; those that are larger than a stretch and can be cut, stretch by stretch. */
export async function readInStretches(staging: Staging, files: readonly OneFile[], bytes: number) {
	const large = files
		.filter(({ content }) => content.length > bytes)
		.map(({ path, content }) => ({
			...{ path, length: BigInt(content.length) },
			...{ head: content.subarray(0, 1 << 18), tail: content.subarray(-66_000) }
		}));
	const cut = new Set((await gathered(lookAtFiles(stream(large), staging))).map(({ path }) => path));
	const whole = files.filter(({ path }) => !cut.has(path));
	const items = await gathered(readFiles(stream(whole), staging));
	for (const file of files.filter(({ path }) => cut.has(path))) {
		const { path, content } = file;
		const facts = {
			path,
			length: BigInt(content.length),
			marked: content.subarray(0, 3).equals(mark) ? 1 : 0
		};
		const lines = linesOf(content).map(({ line }) => ({ ...facts, line }));
		items.push(...(await gathered(hashFiles(stream(lines), staging))));
		for (const stretch of [...stretchesOf(file, bytes)].reverse())
			items.push(...(await gathered(cutLines(stream(stretch), staging))));
	}
	return items;
}
