import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { ThemeModel } from './model.ts';
import { modelOf } from './model-schema.ts';
import { defaultOptions } from './options.ts';

/** Version of the model's form; another one cannot be read. */
export const modelVersion = 3;

const main = 'model.json';

type Numbers = Float64Array | Float32Array | Int32Array | Int16Array | Uint8Array;
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** How numbers of each kind stand in a file, little-endian. */
interface Kind {
	readonly bytes: number;
	make(length: number): Numbers;
	write(view: DataView, at: number, value: number): void;
	read(view: DataView, at: number): number;
}

const kinds: readonly (readonly [string, Kind])[] = [
	[
		'f64',
		{
			bytes: 8,
			make: (length) => new Float64Array(length),
			write: (view, at, value) => view.setFloat64(at, value, true),
			read: (view, at) => view.getFloat64(at, true)
		}
	],
	[
		'f32',
		{
			bytes: 4,
			make: (length) => new Float32Array(length),
			write: (view, at, value) => view.setFloat32(at, value, true),
			read: (view, at) => view.getFloat32(at, true)
		}
	],
	[
		'i32',
		{
			bytes: 4,
			make: (length) => new Int32Array(length),
			write: (view, at, value) => view.setInt32(at, value, true),
			read: (view, at) => view.getInt32(at, true)
		}
	],
	[
		'i16',
		{
			bytes: 2,
			make: (length) => new Int16Array(length),
			write: (view, at, value) => view.setInt16(at, value, true),
			read: (view, at) => view.getInt16(at, true)
		}
	],
	[
		'u8',
		{
			bytes: 1,
			make: (length) => new Uint8Array(length),
			write: (view, at, value) => view.setUint8(at, value),
			read: (view, at) => view.getUint8(at)
		}
	]
];

function kindOf(value: unknown): readonly [string, Kind] | undefined {
	return kinds.find(([, kind]) => Object.getPrototypeOf(value) === Object.getPrototypeOf(kind.make(0)));
}

function encode(values: Numbers, kind: Kind): Uint8Array {
	const bytes = new Uint8Array(values.length * kind.bytes);
	const view = new DataView(bytes.buffer);
	values.forEach((value, i) => kind.write(view, i * kind.bytes, value));
	return bytes;
}

function decode(bytes: Uint8Array, kind: Kind): Numbers {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const values = kind.make(Math.floor(bytes.length / kind.bytes));
	for (let i = 0; i < values.length; i++) values[i] = kind.read(view, i * kind.bytes);
	return values;
}

/** A value as JSON; arrays of numbers go to files of their own, which the JSON names. */
function flatten(value: unknown, path: string, files: Map<string, Uint8Array>): Json {
	if (value === null || typeof value !== 'object') return value as Json;
	if (Array.isArray(value)) return value.map((entry, i) => flatten(entry, `${path}-${i}`, files));
	const found = kindOf(value);
	if (!found) {
		const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
		return Object.fromEntries(
			entries.map(([key, entry]) => [key, flatten(entry, path === '' ? key : `${path}.${key}`, files)])
		);
	}
	const file = `${path}.${found[0]}`;
	files.set(file, encode(value as Numbers, found[1]));
	return { file, length: (value as Numbers).length };
}

function restoreNumbers(
	file: string,
	length: Json | undefined,
	files: ReadonlyMap<string, Uint8Array>
): Numbers {
	const bytes = files.get(file);
	if (!bytes) throw new Error(`The model lacks its file ${file}.`);
	const kind = kinds.find(([extension]) => file.endsWith(`.${extension}`))?.[1];
	if (!kind || bytes.length !== Number(length) * kind.bytes) {
		throw new Error(`The model's file ${file} has ${bytes.length} bytes, which does not fit ${main}.`);
	}
	return decode(bytes, kind);
}

function restore(value: Json, files: ReadonlyMap<string, Uint8Array>): unknown {
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map((entry) => restore(entry, files));
	if (typeof value.file === 'string') return restoreNumbers(value.file, value.length, files);
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, restore(entry, files)]));
}

/** A model as files: `model.json` and one little-endian file for each array of numbers. */
export function serialiseModel(model: ThemeModel): Map<string, Uint8Array> {
	const files = new Map<string, Uint8Array>();
	const json = JSON.stringify(flatten(model, '', files), null, '\t');
	return new Map([[main, new TextEncoder().encode(`${json}\n`)], ...files]);
}

/** 16 hexadecimal digits that tell models apart. */
export function modelHash(model: ThemeModel): string {
	const hash = sha256.create();
	for (const [name, bytes] of serialiseModel(model)) hash.update(utf8ToBytes(name)).update(bytes);
	return bytesToHex(hash.digest()).slice(0, 16);
}

/**
 * The model that `serialiseModel` wrote, equal to the last bit. Options that there were none of then are the
 * usual.
 * @throws Error when a file is missing or cut short, was written by another version, or says what cannot be
 */
export function parseModel(files: ReadonlyMap<string, Uint8Array>): ThemeModel {
	const bytes = files.get(main);
	if (!bytes) throw new Error(`This is not a model: it has no ${main}.`);
	const json = JSON.parse(new TextDecoder().decode(bytes)) as { [key: string]: Json };
	if (json.version !== modelVersion) {
		throw new Error(`The model has version ${String(json.version)}; this program reads ${modelVersion}.`);
	}
	const model = restore(json, files) as { options?: object };
	return modelOf({ ...model, options: { ...defaultOptions, ...model.options } });
}
