import type { ResultTable } from '../engine/query-host.ts';

/** What is needed of an Arrow vector, whichever copy of the library made it. */
interface ArrowVector {
	readonly length: number;
	readonly nullCount: number;
	get(index: number): unknown;
	toArray(): ArrayLike<unknown>;
}

/** What is needed of an Arrow table. */
export interface ArrowTable {
	readonly numRows: number;
	readonly schema: { readonly fields: readonly { readonly name: string }[] };
	getChildAt(index: number): ArrowVector | null;
}

function valuesOf(name: string, vector: ArrowVector): ArrayLike<unknown> {
	const whole = vector.nullCount === 0 ? vector.toArray() : null;
	// A typed array knows no null: what stands at its place is left over from something else.
	const values = whole ?? Array.from({ length: vector.length }, (_, index) => vector.get(index));
	for (let index = 0; index < values.length; index++) {
		const value = values[index];
		if (typeof value === 'bigint') {
			throw new TypeError(`column ${name} has 64-bit integers: cast it to INTEGER or DOUBLE`);
		}
		if (value !== null) break;
	}
	return values;
}

/** The columns of an Arrow table; numbers without nulls as typed arrays. */
export function resultOf(table: ArrowTable): ResultTable {
	const columns = table.schema.fields.map(({ name }, index) => {
		const vector = table.getChildAt(index);
		return [name, vector ? valuesOf(name, vector) : []] as const;
	});
	return { columns: Object.fromEntries(columns), length: table.numRows };
}
