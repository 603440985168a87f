/** Whole numbers in groups of seven bits, low ones first; the eighth bit says that another group follows (LEB128). */

/** Bytes that a number below 2^32 takes at most. */
export const longestVarint = 5;

/** Writes a number from 0 to 2^32 - 1; answers where the next one goes. */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
	let rest = value;
	let next = at;
	for (; rest >= 128; rest = Math.floor(rest / 128)) bytes[next++] = (rest % 128) + 128;
	bytes[next++] = rest;
	return next;
}

/** Adds the numbers in bytes to a list. */
export function readVarints(bytes: Uint8Array, values: number[]): void {
	let value = 0;
	let unit = 1;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] as number;
		value += (byte % 128) * unit;
		unit *= 128;
		if (byte >= 128) continue;
		values.push(value);
		value = 0;
		unit = 1;
	}
}
