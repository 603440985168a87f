import { ZipError } from './error.ts';
import type { RandomAccess } from './random-access.ts';

/** Where the directory of an archive stands. */
export interface DirectoryPlace {
	start: number;
	length: number;
	/** Entries it lists. */
	count: number;
	/** Bytes before the archive (a program that unpacks it, say), by which all its places are off. */
	shift: number;
}

export const [directorySignature, endSignature] = [0x02014b50, 0x06054b50];
const [end64Signature, locatorSignature] = [0x06064b50, 0x07064b50];
const [endSize, end64Size, locatorSize] = [22, 56, 20];
const longestComment = 65_535;
const [none16, none32] = [0xffff, 0xffffffff];

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function damaged(file: RandomAccess, why: string): ZipError {
	return new ZipError(`${file.name} is no whole zip archive (${why}). Copy or save it again.`);
}

/** A number of 64 bits; beyond what can be counted exactly it is no place in a file. */
export function uint64(view: DataView, at: number): number {
	const value = Number(view.getBigUint64(at, true));
	return Number.isSafeInteger(value) ? value : Infinity;
}

/** The end of an archive with more than 4 GB or 65,535 entries, whose own fields say no more than that. */
async function end64(file: RandomAccess, locatorAt: number): Promise<DirectoryPlace | null> {
	if (locatorAt < 0) return null;
	const locator = viewOf(await file.read(locatorAt, locatorAt + locatorSize));
	if (locator.byteLength < locatorSize || locator.getUint32(0, true) !== locatorSignature) return null;
	// Bytes before the archive put the stated place wrong; then it stands where it usually does.
	for (const at of [uint64(locator, 8), locatorAt - end64Size]) {
		if (at < 0 || at > locatorAt - end64Size) continue;
		const view = viewOf(await file.read(at, at + end64Size));
		if (view.byteLength < end64Size || view.getUint32(0, true) !== end64Signature) continue;
		const [count, length, start] = [uint64(view, 32), uint64(view, 40), uint64(view, 48)];
		return { start, length, count, shift: at - length - start };
	}
	return null;
}

async function endAt(file: RandomAccess, at: number, view: DataView): Promise<DirectoryPlace> {
	const [disk, count] = [view.getUint16(4, true), view.getUint16(10, true)];
	const [length, start] = [view.getUint32(12, true), view.getUint32(16, true)];
	const large =
		count === none16 || length === none32 || start === none32 ? await end64(file, at - locatorSize) : null;
	if (large) return large;
	if (disk !== 0)
		throw new ZipError(`${file.name} is one part of an archive in several. Join or unpack them first.`);
	return { start, length, count, shift: at - length - start };
}

/** Whether the directory stands where the end says, with the bytes before the archive or without them. */
async function settled(file: RandomAccess, place: DirectoryPlace): Promise<DirectoryPlace | null> {
	for (const shift of new Set([place.shift, 0])) {
		const from = place.start + shift;
		if (!(shift >= 0 && from + place.length <= file.size)) continue;
		if (place.count === 0) return { ...place, shift };
		const head = viewOf(await file.read(from, from + 4));
		if (head.byteLength === 4 && head.getUint32(0, true) === directorySignature) return { ...place, shift };
	}
	return null;
}

/** Places of the signature of an end, from the last on; those that end the file come first. */
function endsIn(tail: DataView): number[] {
	const closing: number[] = [];
	const others: number[] = [];
	for (let at = tail.byteLength - endSize; at >= 0; at--) {
		if (tail.getUint32(at, true) !== endSignature) continue;
		const left = tail.byteLength - at - endSize - tail.getUint16(at + 20, true);
		if (left === 0) closing.push(at);
		else if (left > 0) others.push(at);
	}
	return [...closing, ...others];
}

/**
 * Where the directory stands, or `null` when the file has none: before the last thing in the file but a comment and
 * what may have been appended.
 * @throws ZipError for one part of an archive in several
 */
export async function findDirectory(file: RandomAccess): Promise<DirectoryPlace | null> {
	const from = Math.max(0, file.size - endSize - longestComment);
	const tail = viewOf(await file.read(from, file.size));
	for (const at of endsIn(tail)) {
		const end = new DataView(tail.buffer, tail.byteOffset + at, endSize);
		const place = await settled(file, await endAt(file, from + at, end));
		if (place) return place;
	}
	return null;
}
