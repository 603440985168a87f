import type { Column, SqlType, TableName, tables } from './schema.ts';

interface ValueOf {
	SMALLINT: number;
	INTEGER: number;
	FLOAT: number;
	BOOLEAN: boolean;
	/** Days since 1970-01-01, so that no time zone can touch it. */
	DATE: number;
	VARCHAR: string;
	BLOB: Uint8Array;
}

type Value<C> =
	C extends Column<infer T extends SqlType, infer N> ? ValueOf[T] | (N extends true ? null : never) : never;

type ColumnsOf<T extends TableName> = (typeof tables)[T]['columns'];
export type ColumnName<T extends TableName> = Extract<keyof ColumnsOf<T>, string>;

/** One row of a table, by column name. */
export type Row<T extends TableName> = { -readonly [C in ColumnName<T>]: Value<ColumnsOf<T>[C]> };

/** Several rows of a table, column by column; every column has `length` values. */
export interface Batch<T extends TableName> {
	readonly length: number;
	readonly columns: { readonly [C in ColumnName<T>]: ArrayLike<Value<ColumnsOf<T>[C]>> };
}

export type AnyValue = number | string | boolean | Uint8Array | null;
/** A batch whose table is not known to the type system. */
export interface AnyBatch {
	readonly length: number;
	readonly columns: Readonly<Record<string, ArrayLike<AnyValue>>>;
}
