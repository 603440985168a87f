import type { ByteSource } from '../../lib/corpus/bytes/bytes.ts';
import { longestLine, tooLong } from '../../lib/corpus/bytes/limits.ts';
import { optionsOf } from '../../lib/corpus/pass/open.ts';
import type { Part } from '../../lib/corpus/pass/parts.ts';
import type { Columns, RowOf } from './arrow.ts';
import { named, partRow, partsOfInput, type itemColumns } from './read.ts';
import { itemNumber, pack, type SparkJob, type Staging } from './staging.ts';

/** How a large file begins and ends. */
export const lookInput = {
	...{ path: 'text', length: 'long', head: 'bytes', tail: 'bytes' }
} as const satisfies Columns;
/** Files that can be cut at any line end. */
export const lookColumns = { path: 'text' } as const satisfies Columns;
/** Lines of whole files, in their order and without their line feeds, nor the mark that the file begins with. */
export const hashInput = {
	...{ path: 'text', length: 'long', marked: 'int', line: 'bytes' }
} as const satisfies Columns;
/** Lines of stretches of files that begin at `start` and end before `end`. */
export const cutInput = {
	...{ path: 'text', start: 'long', end: 'long', line: 'bytes' }
} as const satisfies Columns;

type ItemRow = RowOf<typeof itemColumns>;

const lineFeed = 10;
const lineEnd = Uint8Array.of(lineFeed);
const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
const chunkBytes = 1 << 18;
/** Bytes of an item, about. */
const itemBytes = 1 << 20;
/** Items of a file are numbered by where they begin, in this many bytes; stretches begin at multiples of it. */
const placeBytes = 1 << 16;

/** A file of which only beginning and end are there. */
function edges(name: string, length: number, head: Uint8Array, tail: Uint8Array): ByteSource {
	const tailAt = length - tail.length;
	return {
		name,
		size: length,
		read: async (start, end) =>
			start >= tailAt ? tail.subarray(start - tailAt, end - tailAt) : head.subarray(start, end),
		stream: async function* () {
			yield head.slice();
		}
	};
}

const isGzip = (head: Uint8Array) => head[0] === 0x1f && head[1] === 0x8b;

async function isCut(source: ByteSource, input: number, job: SparkJob): Promise<boolean> {
	const { value } = await partsOfInput(source, input, job).next();
	const part = value as Part | undefined;
	return part?.pieces !== undefined && part.file === source.name;
}

/** Finds the files that are lines and nothing but lines. Why others cannot be read is said where they are. */
export async function* lookAtFiles(
	rows: AsyncIterable<RowOf<typeof lookInput>>,
	staging: Staging
): AsyncGenerator<RowOf<typeof lookColumns>> {
	const job = staging.load('job');
	for await (const { path, length, head, tail } of rows) {
		const input = job.paths.indexOf(path!);
		if (isGzip(head!) || !head!.includes(lineFeed)) continue;
		const source = edges(job.names[input]!, Number(length), head!, tail!);
		if (await isCut(source, input, job).catch(() => false)) yield { path };
	}
}

/** Bytes that are put together of lines. */
class Gathered {
	length = 0;
	#room = new Uint8Array(2 * itemBytes);

	add(bytes: Uint8Array): void {
		const length = this.length + bytes.length;
		if (length > this.#room.length) this.#grow(length);
		this.#room.set(bytes, this.length);
		this.length = length;
	}

	take(): Uint8Array<ArrayBuffer> {
		const all = this.#room.slice(0, this.length);
		this.length = 0;
		return all;
	}

	#grow(length: number): void {
		const room = new Uint8Array(2 * length);
		room.set(this.#room.subarray(0, this.length));
		this.#room = room;
	}
}

/** Rows of one file or stretch after the other. */
class Groups<R> {
	#next: IteratorResult<R> | null = null;
	readonly #rows: AsyncIterator<R>;
	readonly #isSame: (a: R, b: R) => boolean;

	constructor(rows: AsyncIterable<R>, isSame: (a: R, b: R) => boolean) {
		this.#rows = rows[Symbol.asyncIterator]();
		this.#isSame = isSame;
	}

	/** The first row of the next group; nothing at the end. */
	async first(): Promise<R | null> {
		this.#next ??= await this.#rows.next();
		return this.#next.done ? null : this.#next.value;
	}

	async *rest(first: R): AsyncGenerator<R> {
		for (let row = await this.first(); row !== null && this.#isSame(row, first); row = await this.first()) {
			this.#next = null;
			yield row;
		}
	}
}

type HashRow = RowOf<typeof hashInput>;

/** The bytes that a file's lines were, in chunks as a build on one machine reads them. */
async function* bytesOf(
	lines: AsyncIterable<HashRow>,
	{ length, marked }: HashRow
): AsyncGenerator<Uint8Array> {
	const gathered = new Gathered();
	if (marked) gathered.add(mark);
	let before = marked ? mark.length : 0;
	for await (const { line } of lines) {
		gathered.add(line!);
		before += line!.length;
		// The last line need not be ended.
		if (before++ < Number(length)) gathered.add(lineEnd);
		if (gathered.length < chunkBytes) continue;
		const all = gathered.take();
		let at = 0;
		for (; at + chunkBytes <= all.length; at += chunkBytes) yield all.subarray(at, at + chunkBytes);
		gathered.add(all.subarray(at));
	}
	if (gathered.length > 0) yield gathered.take();
}

/** What is known of files of lines, which are read from end to end but not taken apart. */
export async function* hashFiles(rows: AsyncIterable<HashRow>, staging: Staging): AsyncGenerator<ItemRow> {
	const job = staging.load('job');
	const groups = new Groups(rows, (a, b) => a.path === b.path);
	for (let first = await groups.first(); first; first = await groups.first()) {
		const input = job.uris.indexOf(first.path!);
		const [name, head] = [job.names[input]!, first];
		const source: ByteSource = {
			...edges(name, 0, new Uint8Array(0), new Uint8Array(0)),
			stream: () => bytesOf(groups.rest(head), head)
		};
		try {
			for await (const part of partsOfInput(source, input, job)) {
				for await (const { encoding } of part.pieces ?? [])
					if (part.decoding) part.decoding.encoding = encoding;
				yield partRow(part, [input, 0]);
			}
		} catch (error) {
			throw named(name, error);
		}
	}
}

type CutRow = RowOf<typeof cutInput>;

async function* itemsOfStretch(lines: AsyncIterable<CutRow>, { path, start, end }: CutRow, job: SparkJob) {
	const input = job.uris.indexOf(path!);
	const { columns = {} } = optionsOf(job.wanted.corpus, input);
	const said = Object.keys(columns).length === 0 ? {} : { columns };
	const gathered = new Gathered();
	let before = 0;
	const take = (): ItemRow => {
		const at = Math.min(Number(start) + before, Number(end) - 1);
		before += gathered.length;
		const piece = { bytes: gathered.take(), encoding: 'utf-8', ...said };
		const item = itemNumber(input, 0, Math.floor(at / placeBytes));
		return { kind: 'item', item, encoding: null, blob: pack('item', { piece }) };
	};
	for await (const { line } of lines) {
		if (line!.length > longestLine) throw named(job.names[input]!, tooLong('a line', longestLine));
		gathered.add(line!);
		gathered.add(lineEnd);
		if (gathered.length >= itemBytes) yield take();
	}
	if (gathered.length > 0) yield take();
}

/**
 * Cuts stretches of files of lines into items. A line belongs to the stretch in which it begins; one that begins at the
 * very end of a stretch belongs to it, and not to the next.
 */
export async function* cutLines(rows: AsyncIterable<CutRow>, staging: Staging): AsyncGenerator<ItemRow> {
	const job = staging.load('job');
	const groups = new Groups(rows, (a, b) => a.path === b.path && a.start === b.start);
	for (let first = await groups.first(); first; first = await groups.first())
		yield* itemsOfStretch(groups.rest(first), first, job);
}
