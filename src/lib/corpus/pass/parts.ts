import type { CorpusAccount, InputAccount } from '../../dataset/account.ts';
import type { Hasher } from '../../base/hasher.ts';
import type { ZipRecord } from '../../zip/directory.ts';
import { readAhead, type RandomAccess } from '../../zip/random-access.ts';
import { collected, memorySource, type ByteSource } from '../bytes/bytes.ts';
import { cutLines, type LinePiece } from '../bytes/cut-lines.ts';
import { decoded, isUtf16, noDecoding, type Decoding } from '../bytes/decode.ts';
import { detectBytes, detectText, detectZip } from '../formats/detect.ts';
import { Head } from '../formats/head.ts';
import { formatOf, unknownFormat, type FormatId } from '../formats/registry.ts';
import { CorpusError } from '../bytes/error.ts';
import { inflated, type GzipReader } from '../bytes/gunzip.ts';
import { Meter, tooLarge } from '../bytes/limits.ts';
import { peekBytes } from '../bytes/peek.ts';
import { noFacts, type Parsed, type ReadOptions, type Records } from '../paper/record.ts';
import { visible } from '../paper/text.ts';
import { entryBytes, entryProblem, isZip, zipRecords } from '../bytes/unzip.ts';

/** A file, or a file in an archive, on its way through a reader. */
export interface Part {
	file: string;
	/** Id of its format. */
	format: string;
	/** Ids of formats that would make papers of it, too. */
	others?: readonly string[];
	records: Records;
	/** The same records in pieces that can be read anywhere, where the format can be cut; instead of `records`. */
	pieces?: AsyncGenerator<LinePiece> | undefined;
	/** How it is decoded, where it is text; complete when the records have been read. */
	decoding?: Decoding | undefined;
	/** Counts, and hashes when asked to; complete when the records have been read. */
	meter: Meter;
	/** The account of the file, where its papers come from a dataset. */
	input?: InputAccount;
}

export interface PartOptions extends ReadOptions {
	format: FormatId | 'auto';
	hasher: () => Hasher | null;
	/** The host's reader of gzip data, where it has one. */
	gunzip?: (() => GzipReader) | undefined;
	/** Bytes of a file, at most. */
	maxBytes: number;
	/** Bytes of the pieces that a file is cut into. */
	pieceBytes?: number | undefined;
}

/** Bytes by which a format is recognised, and a format of text. */
const magicLength = 4096;
const headLength = 1 << 18;

const namesOf = (records: readonly ZipRecord[]) => records.map(({ name }) => name);

/** The readable parts of an input: itself, or what its archive holds. */
export async function* partsOf(input: ByteSource, options: PartOptions): AsyncGenerator<Part> {
	if (input.size > options.maxBytes) throw tooLarge(options.maxBytes);
	const archive = readAhead(input);
	const records = await zipRecords(archive);
	if (records && !detectZip(namesOf(records))) {
		for (const record of records) yield await entryPart(archive, record, options);
		return;
	}
	const meter = new Meter(options.hasher(), options.maxBytes);
	const bytes = inflated(input.name, meter.measure(input.stream()), options.gunzip);
	const { head, all } = await peekBytes(bytes, magicLength);
	yield { file: input.name, meter, ...(await readerOf(input.name, head, all, options)) };
}

async function entryPart(archive: RandomAccess, record: ZipRecord, options: PartOptions): Promise<Part> {
	const file = `${archive.name}/${visible(record.name)}`;
	const meter = new Meter(options.hasher(), options.maxBytes);
	const listed = (reason: string, bytes?: AsyncGenerator<Uint8Array>): Part => ({
		...{ file, meter, format: unknownFormat },
		records: unread(reason, bytes)
	});
	const problem = entryProblem(record);
	if (problem !== null) return listed(problem);
	const bytes = meter.measure(entryBytes(archive, record));
	const { head, all } = await peekBytes(inflated(file, bytes, options.gunzip), magicLength);
	try {
		return { file, meter, ...(await readerOf(file, head, all, options)) };
	} catch (error) {
		if (!(error instanceof CorpusError)) throw error;
		return listed(reasonOf(file, error), all);
	}
}

/** An error's message without the name of the file. */
export function reasonOf(file: string, { message }: CorpusError): string {
	return message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message;
}

/** Stands in for an entry that is no corpus, so that the account lists it. */
async function* unread(reason: string, bytes?: AsyncGenerator<Uint8Array>): Records {
	while (bytes && !(await bytes.next()).done) continue;
	yield { reason, excerpt: '' } satisfies Parsed;
	return noFacts;
}

async function* once<T>(value: T): AsyncGenerator<T> {
	yield value;
}

async function textOf(head: Uint8Array, encoding: string | undefined): Promise<string> {
	let text = '';
	for await (const piece of decoded(once(head), encoding)) text += piece;
	return text;
}

/** Reads a zip archive that is one file of papers, such as a workbook. */
async function packedIn(
	file: string,
	stream: AsyncIterable<Uint8Array>,
	options: PartOptions
): Promise<Pick<Part, 'format' | 'records'>> {
	const bytes = await collected(stream);
	const format = detectZip(namesOf((await zipRecords(memorySource(file, bytes))) ?? []));
	if (!format)
		throw new CorpusError(`${file}: an archive inside an archive. Unpack it and open what comes out.`);
	return { format: format.id, records: format.read(once(bytes), options) };
}

/** Pieces that know what the user says of fields, since any thread may read them. */
async function* withColumns(
	pieces: AsyncGenerator<LinePiece>,
	{ columns = {} }: ReadOptions
): AsyncGenerator<LinePiece> {
	if (Object.keys(columns).length === 0) yield* pieces;
	else for await (const piece of pieces) yield { ...piece, columns };
}

async function readerOf(
	file: string,
	head: Uint8Array,
	bytes: AsyncIterable<Uint8Array>,
	options: PartOptions
): Promise<Pick<Part, 'format' | 'others' | 'records' | 'pieces' | 'decoding'>> {
	const said = options.format === 'auto' ? null : formatOf(options.format);
	if (said === null && isZip(head)) return packedIn(file, bytes, options);
	const told = said ?? detectBytes(head);
	if (told && told.of !== 'text') return { format: told.id, records: told.read(bytes, options) };
	const { head: start, all } = await peekBytes(bytes, headLength);
	const begin = async () =>
		new Head(await textOf(start, options.encoding), start.length < headLength, options.columns);
	const { format, others } = told ? { format: told, others: [] } : await detectText(file, await begin());
	const { id, read, isCut } = format;
	const isWide = options.encoding?.startsWith('utf-16') ?? isUtf16(start);
	const cut = () => withColumns(cutLines(all, options.pieceBytes, options.encoding ?? null), options);
	const pieces = isCut && !isWide ? cut() : undefined;
	const decoding = noDecoding();
	const records = read(decoded(all, options.encoding, decoding), options);
	return { format: id, others: others.map((other) => other.id), records, pieces, decoding };
}

/** Some records of a part: as they were read, or a piece of its file that any thread can read. */
export type Item = { records: readonly Parsed[] } | { piece: LinePiece };

/** Records that are handed on together: few, so that a cancel is heard in slow formats too. */
const recordsAtOnce = 256;

async function* recordItems({ records }: Part, account: CorpusAccount): AsyncGenerator<Item> {
	let item: Parsed[] = [];
	for (let next = await records.next(); ; next = await records.next()) {
		if (next.done) {
			account.title ??= next.value.title;
			account.listed ??= next.value.listed;
			break;
		}
		item.push(next.value);
		if (item.length < recordsAtOnce) continue;
		yield { records: item };
		item = [];
	}
	if (item.length > 0) yield { records: item };
}

/**
 * A part in items, cut alike in every pass.
 * @param account takes what the part says of the corpus
 */
export async function* itemsOf(part: Part, account: CorpusAccount): AsyncGenerator<Item> {
	if (part.pieces)
		for await (const piece of part.pieces) {
			if (part.decoding) part.decoding.encoding = piece.encoding;
			yield { piece };
		}
	else yield* recordItems(part, account);
}
