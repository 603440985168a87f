/**
 * A small part of the binary format of WebAssembly (core specification 2.0, chapter 5): functions of whole numbers that
 * work on two floating-point numbers at a time in a memory that they are given.
 */
export type Code = readonly (number | Code)[];

function flat(code: Code, out: number[] = []): number[] {
	for (const part of code) {
		if (typeof part === 'number') out.push(part);
		else flat(part, out);
	}
	return out;
}

function unsigned(value: number): number[] {
	return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
	return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}

const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items];

function sized(code: Code): Code {
	const bytes = flat(code);
	return [...unsigned(bytes.length), ...bytes];
}

const named = (text: string): Code => list(Array.from(text, (letter) => [letter.charCodeAt(0)]));
const simd = (instruction: number): Code => [0xfd, ...unsigned(instruction)];

/** Kinds of local variables: a whole number, and two floating-point numbers of 64 bits. */
export const kinds = { whole: 0x7f, pair: 0x7b } as const;

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [value, 0x21, ...unsigned(local)];
export const whole = (value: number): Code => [0x41, ...signed(value)];
export const plus = (a: Code, b: Code): Code => [a, b, 0x6a];
export const times = (a: Code, b: Code): Code => [a, b, 0x6c];
/** A whole number times 2^bits. */
export const doubled = (a: Code, bits: number): Code => [a, whole(bits), 0x74];
/** A whole number over 2^bits. */
export const halved = (a: Code, bits: number): Code => [a, whole(bits), 0x75];
export const isLess = (a: Code, b: Code): Code => [a, b, 0x48];

/** The whole number at an address, and so many bytes behind it. */
export const wholeAt = (address: Code, behind = 0): Code => [address, 0x28, 2, ...unsigned(behind)];
/** Twice the number of 32 bits at an address, widened to 64. */
export const twiceNarrowAt = (address: Code, behind = 0): Code => [
	[address, 0x2a, 2, ...unsigned(behind)],
	0xbb,
	simd(0x14)
];
/** Twice the number of 64 bits at an address. */
export const twiceAt = (address: Code): Code => [[address, 0x2b, 3, 0], simd(0x14)];
/** The two numbers of 64 bits at an address. */
export const pairAt = (address: Code): Code => [address, simd(0), 3, 0];
/** The two numbers of 32 bits at an address, widened to 64. */
export const narrowPairAt = (address: Code): Code => [[address, simd(0x5d), 2, 0], simd(0x5f)];
export const putPair = (address: Code, value: Code): Code => [address, value, simd(0x0b), 3, 0];
/** Sums and products of two numbers each, rounded as JavaScript rounds them. */
export const plusPair = (a: Code, b: Code): Code => [a, b, simd(0xf0)];
export const timesPair = (a: Code, b: Code): Code => [a, b, simd(0xf2)];
/** The first and the second of a pair, as a number; the sum of two numbers; a number at an address. */
export const firstOf = (pair: Code): Code => [pair, simd(0x21), 0];
export const secondOf = (pair: Code): Code => [pair, simd(0x21), 1];
export const plusNumber = (a: Code, b: Code): Code => [a, b, 0xa0];
export const putNumber = (address: Code, value: Code): Code => [address, value, 0x39, 3, 0];
/** A pair of zeros. */
export const noPair: Code = [simd(0x0c), ...Array.from({ length: 16 }, () => 0)];
export const zeros = (address: Code, bytes: Code): Code => [address, whole(0), bytes, 0xfc, 11, 0];

/** Repeats something while a condition holds. */
export const repeat = (condition: Code, body: Code): Code => [
	...[0x02, 0x40, 0x03, 0x40],
	...[condition, 0x45, 0x0d, 1],
	body,
	...[0x0c, 0, 0x0b, 0x0b]
];

/** A function without a result. Its locals are numbered: parameters, whole numbers, pairs. */
export interface WasmFunction {
	readonly name: string;
	readonly parameters: number;
	readonly wholes: number;
	readonly pairs: number;
	readonly body: Code;
}

/** The bytes of a module that exports some functions over a memory, which it imports as `host.memory`. */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
	const section = (id: number, items: readonly Code[]): Code => [id, sized(list(items))];
	const type = ({ parameters }: WasmFunction): Code => [
		0x60,
		list(Array.from({ length: parameters }, () => [kinds.whole])),
		list([])
	];
	const body = ({ wholes, pairs, body: code }: WasmFunction): Code =>
		sized([
			list([
				[...unsigned(wholes), kinds.whole],
				[...unsigned(pairs), kinds.pair]
			]),
			code,
			0x0b
		]);
	return Uint8Array.from(
		flat([
			[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
			section(1, functions.map(type)),
			section(2, [[named('host'), named('memory'), 2, 0, 1]]),
			section(
				3,
				functions.map((_, at) => unsigned(at))
			),
			section(
				7,
				functions.map(({ name }, at) => [named(name), 0, ...unsigned(at)])
			),
			section(10, functions.map(body))
		])
	);
}

const pageBytes = 65_536;

/** A memory, room in which is handed out once. */
export class WasmRoom {
	readonly memory: WebAssembly.Memory;
	#used = 0;

	/** @param bytes that are asked for in all; each array may take up to 15 more */
	constructor(bytes: number) {
		this.memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
	}

	#take(bytes: number): number {
		const at = Math.ceil(this.#used / 16) * 16;
		this.#used = at + bytes;
		return at;
	}

	wholes(length: number): Int32Array<ArrayBuffer> {
		return new Int32Array(this.memory.buffer as ArrayBuffer, this.#take(length * 4), length);
	}

	narrow(length: number): Float32Array<ArrayBuffer> {
		return new Float32Array(this.memory.buffer as ArrayBuffer, this.#take(length * 4), length);
	}

	numbers(length: number): Float64Array<ArrayBuffer> {
		return new Float64Array(this.memory.buffer as ArrayBuffer, this.#take(length * 8), length);
	}
}
