import { damaged, directorySignature, findDirectory, uint64, viewOf } from './directory-end.ts';
import type { RandomAccess } from './random-access.ts';

/** A file in a zip archive, as the directory at its end has it. */
export interface ZipRecord {
	readonly name: string;
	/** 0 stored, 8 deflated. */
	readonly method: number;
	readonly isEncrypted: boolean;
	/** CRC-32 of its content. */
	readonly checksum: number;
	readonly packed: number;
	readonly size: number;
	/** Where its own header stands. */
	readonly at: number;
}

const recordSize = 46;
/** Entries and bytes of a directory, at most. */
const mostEntries = 200_000;
const longestDirectory = 64_000_000;
const none32 = 0xffffffff;

/** Names are UTF-8, or in older archives of the alphabet of the computer that made them. */
function nameOf(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** Where the numbers of 64 bits begin in the extra fields of a record, or `null`. */
function largeNumbers(extra: DataView): number | null {
	for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
		if (extra.getUint16(at, true) === 1) return at + 4;
	}
	return null;
}

/** The sizes and the place of an entry; those of 4 GB and more stand in an extra field, in this order. */
function numbersOf(record: DataView, extra: DataView): [size: number, packed: number, at: number] {
	let next = largeNumbers(extra) ?? Infinity;
	const number = (at: number) => {
		const small = record.getUint32(at, true);
		if (small !== none32 || next + 8 > extra.byteLength) return small;
		next += 8;
		return uint64(extra, next - 8);
	};
	return [number(24), number(20), number(42)];
}

/**
 * The files in a zip archive. Reading them through the directory does not depend on what their contents look like.
 * @throws ZipError when it has no directory, or one that is broken or impossibly large
 */
export async function zipDirectory(file: RandomAccess): Promise<ZipRecord[]> {
	const place = await findDirectory(file);
	if (!place) throw damaged(file, 'its end is missing');
	const { start, length, count, shift } = place;
	if (count > mostEntries || length > longestDirectory || count * recordSize > length)
		throw damaged(file, 'its directory has impossible sizes');
	const bytes = await file.read(start + shift, start + shift + length);
	const records: ZipRecord[] = [];
	for (let at = 0; records.length < count;) {
		const record = viewOf(bytes.subarray(at, at + recordSize));
		if (record.byteLength < recordSize || record.getUint32(0, true) !== directorySignature)
			throw damaged(file, 'its directory is broken');
		const nameAt = at + recordSize;
		const extraAt = nameAt + record.getUint16(28, true);
		const extraEnd = extraAt + record.getUint16(30, true);
		const [size, packed, own] = numbersOf(record, viewOf(bytes.subarray(extraAt, extraEnd)));
		records.push({
			name: nameOf(bytes.subarray(nameAt, extraAt)),
			method: record.getUint16(10, true),
			isEncrypted: (record.getUint16(8, true) & 1) === 1,
			checksum: record.getUint32(16, true),
			packed,
			size,
			at: own + shift
		});
		at = extraEnd + record.getUint16(32, true);
	}
	return records;
}

const headerSize = 30;

/** Where the packed bytes of an entry begin. */
export async function contentStart(file: RandomAccess, { at, packed, name }: ZipRecord): Promise<number> {
	const header = viewOf(await file.read(at, Math.min(file.size, at + headerSize)));
	if (header.byteLength < headerSize || header.getUint32(0, true) !== 0x04034b50) {
		throw damaged(file, `${name} is missing`);
	}
	const start = at + headerSize + header.getUint16(26, true) + header.getUint16(28, true);
	if (start + packed > file.size) throw damaged(file, `${name} is cut off`);
	return start;
}
