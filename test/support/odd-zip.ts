import { deflateRawSync } from 'node:zlib';

import { Crc32 } from '../../src/lib/zip/crc32.ts';

/** An entry as some program may write it. */
export interface OddEntry {
	name: string;
	content: Uint8Array;
	/** 0 stored, 8 deflated, others only said. */
	method?: number;
	isEncrypted?: boolean;
	/** Sizes and checksum after the content, zeros before it: as programs that write to a pipe do. */
	isDescribedAfter?: boolean;
	/** Sizes and places in fields of 64 bits. */
	isLarge?: boolean;
	checksum?: number;
	/** Where the directory lists it, among the others; as it stands by default. */
	place?: number;
}

const none32 = 0xffffffff;

function crc(bytes: Uint8Array): number {
	const sum = new Crc32();
	sum.update(bytes);
	return sum.value();
}

/** Numbers of two, four and eight bytes. */
function fields(...numbers: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
	return Buffer.concat(
		numbers.map(([length, value]) => {
			const bytes = Buffer.alloc(length);
			if (length === 8) bytes.writeBigUInt64LE(BigInt(value));
			else bytes.writeUIntLE(value, 0, length);
			return bytes;
		})
	);
}

interface Packed extends OddEntry {
	packed: Uint8Array;
	sum: number;
	flags: number;
	at: number;
}

function localHeader({ name, method, content, packed, sum, flags, isDescribedAfter }: Packed): Buffer {
	const shown = isDescribedAfter ? [0, 0, 0] : [sum, packed.length, content.length];
	const [first, second, third] = shown as [number, number, number];
	return Buffer.concat([
		fields([4, 0x04034b50], [2, 20], [2, flags], [2, method ?? 8], [4, 0]),
		fields([4, first], [4, second], [4, third], [2, Buffer.byteLength(name)], [2, 0]),
		Buffer.from(name)
	]);
}

function directoryRecord({ name, method, content, packed, sum, flags, at, isLarge }: Packed): Buffer {
	const large = isLarge ? fields([2, 1], [2, 24], [8, content.length], [8, packed.length], [8, at]) : null;
	const number = (value: number) => [4, large ? none32 : value] as const;
	return Buffer.concat([
		fields([4, 0x02014b50], [2, 45], [2, 20], [2, flags], [2, method ?? 8], [4, 0], [4, sum]),
		fields(number(packed.length), number(content.length), [2, Buffer.byteLength(name)]),
		fields([2, large?.length ?? 0], [2, 0], [2, 0], [2, 0], [4, 0], number(at)),
		Buffer.from(name),
		large ?? Buffer.alloc(0)
	]);
}

function ending(count: number, length: number, start: number, isLarge: boolean): Buffer {
	if (!isLarge)
		return fields([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, length], [4, start], [2, 0]);
	return Buffer.concat([
		fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count]),
		fields([8, length], [8, start]),
		fields([4, 0x07064b50], [4, 0], [8, start + length], [4, 1]),
		fields([4, 0x06054b50], [4, 0], [2, 0xffff], [2, 0xffff], [4, none32], [4, none32], [2, 0])
	]);
}

/** A zip archive of entries as they are described, with bytes before and after it that no place accounts for. */
export function oddZip(entries: readonly OddEntry[], before = '', after = ''): Uint8Array {
	const body: Buffer[] = [];
	const directory: { record: Buffer; place: number }[] = [];
	let at = 0;
	for (const [index, entry] of entries.entries()) {
		const { content, method = 8, isEncrypted, isDescribedAfter } = entry;
		const packed = method === 8 ? deflateRawSync(content) : content;
		const sum = entry.checksum ?? crc(content);
		const flags = (isEncrypted ? 1 : 0) | (isDescribedAfter ? 8 : 0);
		const whole = { ...entry, packed, sum, flags, at };
		const described = fields([4, 0x08074b50], [4, sum], [4, packed.length], [4, content.length]);
		const written = Buffer.concat([
			localHeader(whole),
			packed,
			isDescribedAfter ? described : Buffer.alloc(0)
		]);
		body.push(written);
		at += written.length;
		directory.push({ record: directoryRecord(whole), place: entry.place ?? index });
	}
	directory.sort((a, b) => a.place - b.place);
	const listed = Buffer.concat(directory.map(({ record }) => record));
	const isLarge = entries.some((entry) => entry.isLarge);
	const end = ending(entries.length, listed.length, at, isLarge);
	return new Uint8Array(Buffer.concat([Buffer.from(before), ...body, listed, end, Buffer.from(after)]));
}
