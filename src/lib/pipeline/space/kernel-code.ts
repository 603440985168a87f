import {
	doubled,
	firstOf,
	get,
	halved,
	isLess,
	narrowPairAt,
	noPair,
	pairAt,
	plus,
	plusNumber,
	plusPair,
	putNumber,
	putPair,
	repeat,
	secondOf,
	set,
	times,
	timesPair,
	twiceAt,
	twiceNarrowAt,
	whole,
	wholeAt,
	zeros,
	type Code,
	type WasmFunction
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
function multiply(): WasmFunction {
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
function projectNarrow(): WasmFunction {
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
function turn(): WasmFunction {
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

/** gram(a, b, rows, stride, out): out += transpose of a times b, lower half, as `innerProducts` adds up each four rows. */
function gram(): WasmFunction {
	const [a, b, rows, stride, out, row, sums, column] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
	const others = [b, 8, 9, 10] as const;
	const weights = [11, 12, 13, 14] as const;
	const sum = plus(get(sums), get(column));
	const product = (k: 0 | 1 | 2 | 3): Code =>
		timesPair(get(weights[k]), pairAt(plus(get(others[k]), get(column))));
	const four = plusPair(
		plusPair(pairAt(sum), plusPair(product(0), product(1))),
		plusPair(product(2), product(3))
	);
	const below = (address: number, by: Code) => plus(get(address), by);
	const body = repeat(isLess(whole(0), get(rows)), [
		[set(row, whole(0)), set(sums, get(out))],
		([8, 9, 10] as const).map((other, k) => set(other, below(others[k] as number, get(stride)))),
		repeat(isLess(get(row), get(stride)), [
			weights.map((weight, k) =>
				set(weight, twiceAt(plus(get(a), plus(get(row), times(get(stride), whole(k))))))
			),
			set(column, whole(0)),
			repeat(isLess(get(column), plus(get(row), whole(8))), [putPair(sum, four), step(column, 16)]),
			set(sums, below(sums, get(stride))),
			step(row, 8)
		]),
		set(a, below(a, doubled(get(stride), 2))),
		set(b, below(b, doubled(get(stride), 2))),
		step(rows, -4)
	]);
	return { name: 'gram', parameters: 5, wholes: 6, pairs: 4, body };
}

/** dots(x, rows, matrix, stride, out): as `dot` of x with each row; stride is that of whole groups of four columns. */
function dots(): WasmFunction {
	const [x, rows, matrix, stride, out, column] = [0, 1, 2, 3, 4, 5] as const;
	const [even, odd] = [6, 7] as const;
	const product = (on: number): Code => {
		const place = plus(get(column), whole(on));
		return timesPair(pairAt(plus(get(x), place)), pairAt(plus(get(matrix), place)));
	};
	const sum = (pair: number): Code => plusNumber(firstOf(get(pair)), secondOf(get(pair)));
	const body = repeat(isLess(whole(0), get(rows)), [
		[set(even, noPair), set(odd, noPair), set(column, whole(0))],
		repeat(isLess(get(column), get(stride)), [
			set(even, plusPair(get(even), product(0))),
			set(odd, plusPair(get(odd), product(16))),
			step(column, 32)
		]),
		putNumber(get(out), plusNumber(sum(even), sum(odd))),
		set(matrix, plus(get(matrix), get(stride))),
		step(out, 8),
		step(rows, -1)
	]);
	return { name: 'dots', parameters: 5, wholes: 1, pairs: 2, body };
}

/** The functions of the kernel; addresses and lengths are in bytes, counts in rows and entries. */
export const kernelFunctions: readonly WasmFunction[] = [multiply(), projectNarrow(), turn(), gram(), dots()];
