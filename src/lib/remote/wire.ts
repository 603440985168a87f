/** Key of an object that stands for a value that JSON does not have. */
const mark = '$';

const typed = { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f32: Float32Array, f64: Float64Array };
type TypedName = keyof typeof typed;
type Bytes = Pick<Uint8Array, 'buffer' | 'byteOffset' | 'byteLength'>;

/** Bytes that become characters at once, far below what a call takes. */
const atOnce = 0x2000;

function toBase64({ buffer, byteOffset, byteLength }: Bytes): string {
	const bytes = new Uint8Array(buffer, byteOffset, byteLength);
	let text = '';
	for (let at = 0; at < bytes.length; at += atOnce)
		text += String.fromCharCode(...bytes.subarray(at, at + atOnce));
	return btoa(text);
}

function fromBase64(text: string): ArrayBuffer {
	const found = atob(text);
	const bytes = new Uint8Array(found.length);
	for (let at = 0; at < found.length; at++) bytes[at] = found.charCodeAt(at);
	return bytes.buffer;
}

function packed(_key: string, value: unknown): unknown {
	if (typeof value === 'number' && !Number.isFinite(value)) return { [mark]: 'number', text: String(value) };
	if (value instanceof Map) return { [mark]: 'map', entries: [...(value as Map<unknown, unknown>)] };
	if (typeof value !== 'object' || value === null) return value;
	for (const [name, Kind] of Object.entries(typed))
		if (value instanceof Kind) return { [mark]: name, bytes: toBase64(value) };
	return value;
}

/** Whether a value, or one that it holds, has no form in JSON. */
function isMarked(value: unknown): boolean {
	if (typeof value === 'number') return !Number.isFinite(value);
	if (typeof value !== 'object' || value === null) return false;
	if (Array.isArray(value)) return value.some(isMarked);
	if (value instanceof Map || ArrayBuffer.isView(value)) return true;
	const held = value as Record<string, unknown>;
	for (const key in held) if (isMarked(held[key])) return true;
	return false;
}

function unpacked(_key: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || !(mark in value)) return value;
	const { [mark]: kind, ...held } = value as Record<string, unknown>;
	if (kind === 'number') return Number(held.text);
	if (kind === 'map') return new Map(held.entries as [unknown, unknown][]);
	const Kind = typed[kind as TypedName];
	return new Kind(fromBase64(held.bytes as string));
}

/** Texts of rows that were written before: what several answers share is written once. Rows never change. */
const written = new WeakMap<readonly unknown[], string>();

function textOf(value: unknown): string | undefined {
	// A function that is asked about every value takes many times as long as JSON itself.
	const write = () => JSON.stringify(value, isMarked(value) ? packed : undefined) as string | undefined;
	if (!Array.isArray(value)) return write();
	const text = written.get(value) ?? (write() as string);
	written.set(value, text);
	return text;
}

/** Whether a value is an object of names and values, and nothing else. */
export const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * An answer as JSON on one line. Maps, typed arrays and numbers that are not finite are kept; no object has a key `$`
 * of its own, since answers have keys that the program names.
 */
export function toWire(value: unknown): string {
	if (!isPlain(value)) return textOf(value) ?? 'null';
	const members = Object.entries(value).flatMap(([name, member]) => {
		const text = textOf(member);
		return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
	});
	return `{${members.join()}}`;
}

/** Reads what `toWire` has written; from a server that the page came from, so that its form is believed. */
export function fromWire(text: string): unknown {
	// Within a text its quotation marks would be escaped.
	return JSON.parse(text, text.includes(`{"${mark}":`) ? unpacked : undefined);
}
