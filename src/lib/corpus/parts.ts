import type { Hasher } from '../dataset/hasher.ts';
import type { ByteSource } from './bytes.ts';
import { cutLines, type LinePiece } from './cut-lines.ts';
import { decoded, isUtf16 } from './decode.ts';
import { detectBytes, detectFormat, readers, type Format } from './detect.ts';
import { CorpusError } from './error.ts';
import { inflated } from './gunzip.ts';
import { Meter, tooLarge } from './meter.ts';
import { peekBytes } from './peek.ts';
import { noFacts, type Parsed, type ReadOptions, type Records } from './record.ts';
import { isZip, zipEntries } from './unzip.ts';

/** A file, or a file in an archive, on its way through a reader. */
export interface Part {
	file: string;
	format: string;
	records: Records;
	/** The same records in pieces that can be read anywhere, where the format can be cut; instead of `records`. */
	pieces?: AsyncGenerator<LinePiece> | undefined;
	/** Counts, and hashes when asked to; complete when the records have been read. */
	meter: Meter;
}

export interface PartOptions extends ReadOptions {
	format: Format | 'auto';
	hasher: () => Hasher | null;
	/** Bytes of a file, at most. */
	maxBytes: number;
	/** Bytes of the pieces that a file is cut into. */
	pieceBytes?: number | undefined;
}

/** Bytes by which a format is recognised, and a format of text. */
const magicLength = 4096;
const headLength = 1 << 18;

/** The readable parts of an input: itself, or what its archive holds. */
export async function* partsOf(input: ByteSource, options: PartOptions): AsyncGenerator<Part> {
	if (input.size !== null && input.size > options.maxBytes) throw tooLarge(options.maxBytes);
	const meter = new Meter(options.hasher(), options.maxBytes);
	const { head, all } = await peekBytes(inflated(input.name, meter.measure(input.stream())), magicLength);
	if (isZip(head) && detectBytes(head) === null) {
		for await (const { name, bytes } of zipEntries(input.name, all)) {
			const file = `${input.name}/${name}`;
			if (name.endsWith('dataset.duckdb')) {
				throw new CorpusError(
					`${input.name}: this is a saved dataset, not a collection of papers. Open it as a dataset.`
				);
			}
			yield await entryPart(file, bytes, options);
		}
		return;
	}
	yield { file: input.name, meter, ...(await readerOf(input.name, head, all, options)) };
}

async function entryPart(
	file: string,
	bytes: AsyncIterable<Uint8Array>,
	options: PartOptions
): Promise<Part> {
	const meter = new Meter(options.hasher(), options.maxBytes);
	const { head, all } = await peekBytes(inflated(file, meter.measure(bytes)), magicLength);
	try {
		if (isZip(head) && detectBytes(head) === null)
			throw new CorpusError(`${file}: an archive inside an archive.`);
		return { file, meter, ...(await readerOf(file, head, all, options)) };
	} catch (error) {
		if (!(error instanceof CorpusError)) throw error;
		return { file, meter, format: 'unknown', records: unread(all, reasonOf(file, error)) };
	}
}

/** An error's message without the name of the file. */
export function reasonOf(file: string, { message }: CorpusError): string {
	return message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message;
}

/** Stands in for an entry that is no corpus, so that the account lists it. */
async function* unread(bytes: AsyncGenerator<Uint8Array>, reason: string): Records {
	while (!(await bytes.next()).done) continue;
	yield { reason, excerpt: '' } satisfies Parsed;
	return noFacts;
}

async function textOf(head: Uint8Array): Promise<string> {
	let text = '';
	const once = async function* () {
		yield head;
	};
	for await (const piece of decoded(once())) text += piece;
	return text;
}

async function readerOf(
	file: string,
	head: Uint8Array,
	bytes: AsyncIterable<Uint8Array>,
	options: PartOptions
): Promise<Pick<Part, 'format' | 'records' | 'pieces'>> {
	const binary = options.format === 'auto' ? detectBytes(head) : options.format;
	const bytesReader = binary === null ? undefined : readers[binary].readBytes;
	if (binary !== null && bytesReader) return { format: binary, records: bytesReader(bytes, options) };
	const { head: start, all } = await peekBytes(bytes, headLength);
	const format =
		options.format === 'auto' ? detectFormat(file, await textOf(start), options.columns) : options.format;
	const { readText, isCut } = readers[format];
	if (!readText) throw new CorpusError(`${file}: ${format} is not text.`);
	const pieces = isCut && !isUtf16(start) ? cutLines(all, options.pieceBytes) : undefined;
	return { format, records: readText(decoded(all), options), pieces };
}
