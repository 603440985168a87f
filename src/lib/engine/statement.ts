import type { AnyValue } from '../dataset/rows.ts';

/** Turns one value of a result into the value of a typed row. */
export type Decode<V> = (value: unknown, column: string) => V;

/** Column by column, how a result becomes typed rows. */
export type Shape<R> = { readonly [C in keyof R]: Decode<R[C]> };

/** A query and the rows it gives. The only way in which SQL leaves the query builders. */
export interface Statement<R> {
	readonly sql: string;
	readonly shape: Shape<R>;
}

/** A query result as any engine gives it: values by column name. */
export type ResultColumns = Readonly<Record<string, ArrayLike<unknown>>>;

function mismatch(column: string, wanted: string, value: unknown): TypeError {
	return new TypeError(`column ${column}: expected ${wanted}, got ${typeof value} ${String(value)}`);
}

export const number: Decode<number> = (value, column) => {
	if (typeof value !== 'number') throw mismatch(column, 'a number', value);
	return value;
};

export const text: Decode<string> = (value, column) => {
	if (typeof value !== 'string') throw mismatch(column, 'a text', value);
	return value;
};

export const flag: Decode<boolean> = (value, column) => {
	if (typeof value !== 'boolean') throw mismatch(column, 'a truth value', value);
	return value;
};

export const bytes: Decode<Uint8Array> = (value, column) => {
	if (!(value instanceof Uint8Array)) throw mismatch(column, 'bytes', value);
	return value;
};

export function nullable<V>(decode: Decode<V>): Decode<V | null> {
	return (value, column) => (value === null || value === undefined ? null : decode(value, column));
}

export function oneOf<const V extends AnyValue>(...allowed: readonly V[]): Decode<V> {
	return (value, column) => {
		const found = allowed.find((candidate) => candidate === value);
		if (found === undefined) throw mismatch(column, allowed.join(' or '), value);
		return found;
	};
}

/**
 * Decodes a result once, to typed rows.
 * @throws TypeError when a column is missing or holds a value of another type
 */
export function decodeRows<R>(shape: Shape<R>, columns: ResultColumns, length: number): R[] {
	const entries = Object.entries(shape) as [keyof R & string, Decode<R[keyof R & string]>][];
	const sources = entries.map(([name, decode]) => {
		const values = columns[name];
		if (!values) throw new TypeError(`column ${name} is missing from the result`);
		return { name, decode, values };
	});
	return Array.from({ length }, (_, row) => {
		const decoded = {} as R;
		for (const { name, decode, values } of sources) decoded[name] = decode(values[row], name);
		return decoded;
	});
}
