import { ArchiveError } from './error.ts';

/** A file of which any part can be read: a file on a disk, a `Blob`. */
export interface RandomAccess {
	readonly name: string;
	readonly size: number;
	/** The bytes from `start` to before `end`. */
	read(start: number, end: number): Promise<Uint8Array>;
}

/** A file in a zip archive, as the directory at its end has it. */
export interface ZipRecord {
	readonly name: string;
	/** 0 stored, 8 deflated. */
	readonly method: number;
	readonly packed: number;
	readonly size: number;
	/** Where its own header stands. */
	readonly at: number;
}

const endSize = 22;
const longestComment = 65_535;
const recordSize = 46;
/** Entries and bytes of a directory, at most: a dataset has a few thousand. */
const mostEntries = 65_534;
const longestDirectory = 20_000_000;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function damaged(file: RandomAccess, why: string): ArchiveError {
	return new ArchiveError(`${file.name} is no whole zip archive (${why}). Copy or save it again.`);
}

/** Where the directory stands: the last thing in the file but a comment. */
async function findEnd(file: RandomAccess): Promise<{ start: number; length: number; count: number }> {
	const from = Math.max(0, file.size - endSize - longestComment);
	const tail = view(await file.read(from, file.size));
	for (let at = tail.byteLength - endSize; at >= 0; at--) {
		if (tail.getUint32(at, true) !== 0x06054b50) continue;
		if (tail.getUint16(at + 20, true) !== tail.byteLength - at - endSize) continue;
		return {
			count: tail.getUint16(at + 10, true),
			length: tail.getUint32(at + 12, true),
			start: tail.getUint32(at + 16, true)
		};
	}
	throw damaged(file, 'its end is missing');
}

/** The files in a zip archive. Reading them through the directory does not depend on what their contents look like. */
export async function zipDirectory(file: RandomAccess): Promise<ZipRecord[]> {
	const { start, length, count } = await findEnd(file);
	if (count > mostEntries || length > longestDirectory || start + length > file.size) {
		throw damaged(file, 'its directory has impossible sizes, or is of a kind for more than 4 GB');
	}
	const bytes = await file.read(start, start + length);
	const directory = view(bytes);
	const records: ZipRecord[] = [];
	for (let at = 0; records.length < count;) {
		if (at + recordSize > length || directory.getUint32(at, true) !== 0x02014b50) {
			throw damaged(file, 'its directory is broken');
		}
		const [nameLength, extra, comment] = [28, 30, 32].map((place) =>
			directory.getUint16(at + place, true)
		) as [number, number, number];
		const nameAt = at + recordSize;
		records.push({
			name: new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameLength)),
			method: directory.getUint16(at + 10, true),
			packed: directory.getUint32(at + 20, true),
			size: directory.getUint32(at + 24, true),
			at: directory.getUint32(at + 42, true)
		});
		at = nameAt + nameLength + extra + comment;
	}
	return records;
}

const headerSize = 30;

/** Where the packed bytes of an entry begin. */
export async function contentStart(file: RandomAccess, { at, packed, name }: ZipRecord): Promise<number> {
	const header = view(await file.read(at, Math.min(file.size, at + headerSize)));
	if (header.byteLength < headerSize || header.getUint32(0, true) !== 0x04034b50) {
		throw damaged(file, `${name} is missing`);
	}
	const start = at + headerSize + header.getUint16(26, true) + header.getUint16(28, true);
	if (start + packed > file.size) throw damaged(file, `${name} is cut off`);
	return start;
}
