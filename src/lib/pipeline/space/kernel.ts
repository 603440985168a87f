import {
	doubled,
	get,
	halved,
	isLess,
	narrowPairAt,
	pairAt,
	plus,
	plusPair,
	putPair,
	repeat,
	set,
	times,
	timesPair,
	twiceAt,
	twiceNarrowAt,
	wasmModule,
	whole,
	wholeAt,
	zeros,
	type Code,
	type WasmRoom
} from '../../base/wasm.ts';

/** Locals of a function, by number. */
interface Locals {
	/** Addresses of the column and the value of each entry of a sparse row, and the place of an entry. */
	readonly indices: number;
	readonly values: number;
	readonly at: number;
	/** Bytes of a row of 64 bits each. */
	readonly stride: number;
	/** Bytes of a row before the column that is looked at. */
	readonly column: number;
	/** Addresses of four rows, and their weights. */
	readonly rows: readonly [number, number, number, number];
	readonly weights: readonly [number, number, number, number];
}

const step = (local: number, by: number): Code => set(local, plus(get(local), whole(by)));

/** Does something to each two columns of a row. */
const eachPair = ({ column, stride }: Locals, body: Code): Code => [
	set(column, whole(0)),
	repeat(isLess(get(column), get(stride)), [body, step(column, 16)])
];

/** The weight of the entry so many places on. */
const weightAt = ({ values, at }: Locals, on: number): Code =>
	twiceNarrowAt(plus(get(values), doubled(get(at), 2)), on * 4);

/** Address of the dense row that the entry so many places on is multiplied with. */
const rowAt = ({ indices, at, stride }: Locals, dense: number, on: number, narrow: boolean): Code => {
	const bytes = narrow ? halved(get(stride), 1) : get(stride);
	return plus(get(dense), times(wholeAt(plus(get(indices), doubled(get(at), 2)), on * 4), bytes));
};

/** As `projectRow`: y is the sum of the dense rows of the entries at..end, each times its weight. */
function project(l: Locals, dense: number, end: Code, y: number, narrow: boolean): Code {
	const sum = plus(get(y), get(l.column));
	const product = (k: 0 | 1 | 2 | 3): Code => {
		const offset = narrow ? halved(get(l.column), 1) : get(l.column);
		const address = plus(get(l.rows[k]), offset);
		return timesPair(get(l.weights[k]), narrow ? narrowPairAt(address) : pairAt(address));
	};
	const load = (k: 0 | 1 | 2 | 3): Code => [
		set(l.weights[k], weightAt(l, k)),
		set(l.rows[k], rowAt(l, dense, k, narrow))
	];
	const four = plusPair(
		plusPair(pairAt(sum), plusPair(product(0), product(1))),
		plusPair(product(2), product(3))
	);
	return [
		zeros(get(y), get(l.stride)),
		repeat(isLess(plus(get(l.at), whole(3)), end), [
			[load(0), load(1), load(2), load(3)],
			eachPair(l, putPair(sum, four)),
			step(l.at, 4)
		]),
		repeat(isLess(get(l.at), end), [
			load(0),
			eachPair(l, putPair(sum, plusPair(pairAt(sum), product(0)))),
			step(l.at, 1)
		])
	];
}

/** As `spreadRow`: adds y, times the weight of each entry at..end, to the row of its column. */
function spread(l: Locals, y: number, end: Code, out: number): Code {
	const sum = plus(get(l.rows[0]), get(l.column));
	const product = timesPair(get(l.weights[0]), pairAt(plus(get(y), get(l.column))));
	return repeat(isLess(get(l.at), end), [
		set(l.weights[0], weightAt(l, 0)),
		set(l.rows[0], rowAt(l, out, 0, false)),
		eachPair(l, putPair(sum, plusPair(pairAt(sum), product))),
		step(l.at, 1)
	]);
}

/** multiply(offsets, indices, values, from, to, v, stride, y, out): of rows from..to of a sparse matrix. */
function multiply() {
	const [offsets, indices, values, from, to, v, stride, y, out] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
	const [at, end, column] = [9, 10, 11] as const;
	const l: Locals = {
		...{ indices, values, at, stride, column },
		rows: [12, 13, 14, 15],
		weights: [16, 17, 18, 19]
	};
	const bound = (next: number) => wholeAt(plus(get(offsets), doubled(get(from), 2)), next * 4);
	const body = repeat(isLess(get(from), get(to)), [
		[set(at, bound(0)), set(end, bound(1))],
		project(l, v, get(end), y, false),
		set(at, bound(0)),
		spread(l, y, get(end), out),
		step(from, 1)
	]);
	return { name: 'multiply', parameters: 9, wholes: 7, pairs: 4, body };
}

/** project(indices, values, count, v, stride, y): of one sparse row, and dense ones of 32 bits. */
function projectNarrow() {
	const [indices, values, count, v, stride, y] = [0, 1, 2, 3, 4, 5] as const;
	const l: Locals = {
		...{ indices, values, at: 6, stride, column: 7 },
		rows: [8, 9, 10, 11],
		weights: [12, 13, 14, 15]
	};
	return {
		name: 'project',
		parameters: 6,
		wholes: 6,
		pairs: 4,
		body: project(l, v, get(count), y, true)
	};
}

/** turn(x, rows, matrix, stride, out): out = x times a dense matrix. */
function turn() {
	const [x, rows, matrix, stride, out, column, row] = [0, 1, 2, 3, 4, 5, 6] as const;
	const weight = 7;
	const sum = plus(get(out), get(column));
	const product = timesPair(get(weight), pairAt(plus(get(matrix), get(column))));
	const body = [
		zeros(get(out), get(stride)),
		set(row, whole(0)),
		repeat(isLess(get(row), get(rows)), [
			set(weight, twiceAt(plus(get(x), doubled(get(row), 3)))),
			set(column, whole(0)),
			repeat(isLess(get(column), get(stride)), [
				putPair(sum, plusPair(pairAt(sum), product)),
				step(column, 16)
			]),
			set(matrix, plus(get(matrix), get(stride))),
			step(row, 1)
		])
	];
	return { name: 'turn', parameters: 5, wholes: 2, pairs: 1, body };
}

export type Kernel = Readonly<Record<'multiply' | 'project' | 'turn', (...parameters: number[]) => void>>;

let compiled: WebAssembly.Module | null | undefined;

/** The compiled kernel; `null` where the host has no WebAssembly with vectors, or forbids it. */
function compile(): WebAssembly.Module | null {
	try {
		return new WebAssembly.Module(wasmModule([multiply(), projectNarrow(), turn()]));
	} catch {
		return null;
	}
}

/** Whether the kernel can be had. */
export function hasKernel(): boolean {
	if (compiled === undefined) compiled = compile();
	return compiled !== null;
}

/**
 * Products of sparse rows and dense ones, two columns at a time, with the bits of `projectRow` and `spreadRow`; rows
 * stand in a room, each padded to an even number of columns.
 */
export function openKernel({ memory }: WasmRoom): Kernel {
	if (!hasKernel()) throw new Error('this host has no kernel');
	return new WebAssembly.Instance(compiled as WebAssembly.Module, { host: { memory } })
		.exports as unknown as Kernel;
}

/** Columns of a padded row. */
export const padded = (columns: number): number => columns + (columns % 2);

/** Writes the rows of a matrix into a room, padded. */
export function putRows(
	{ rows, columns, data }: { rows: number; columns: number; data: Float64Array | Float32Array },
	into: Float64Array | Float32Array
): void {
	const wide = padded(columns);
	if (wide === columns) return into.set(data);
	for (let row = 0; row < rows; row++) {
		into.set(data.subarray(row * columns, (row + 1) * columns), row * wide);
		into[row * wide + columns] = 0;
	}
}

/** The rows of a room without their padding, copied. */
export function takeColumns(
	from: Float64Array<ArrayBuffer>,
	{ rows, columns }: { rows: number; columns: number }
): Float64Array<ArrayBuffer> {
	const wide = padded(columns);
	if (wide === columns) return from.slice();
	const data = new Float64Array(rows * columns);
	for (let row = 0; row < rows; row++) {
		data.set(from.subarray(row * wide, row * wide + columns), row * columns);
	}
	return data;
}
