import { wasmModule, WasmRoom } from '../../base/wasm.ts';
import type { Matrix } from '../model.ts';
import { kernelFunctions } from './kernel-code.ts';
import { dot } from './matrix.ts';

export type Kernel = Readonly<
	Record<'multiply' | 'project' | 'turn' | 'gram' | 'dots', (...parameters: number[]) => void>
>;

let compiled: WebAssembly.Module | null | undefined;

/** The compiled kernel; `null` where the host has no WebAssembly with vectors, or forbids it. */
function compile(): WebAssembly.Module | null {
	try {
		return new WebAssembly.Module(wasmModule(kernelFunctions));
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

/** What the kernel makes possible, or what does the same where the host has no kernel, or no room for it. */
export function byKernel<T>(kernel: () => T, plain: () => T): T {
	if (!hasKernel()) return plain();
	try {
		return kernel();
	} catch (error) {
		if (error instanceof RangeError) return plain();
		throw error;
	}
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

/** Inner products of a row of a matrix with all of its rows, as `dot` gives them; valid until the next are asked for. */
export type RowProducts = (row: number) => Float64Array;

/** Products in plain JavaScript. */
export function plainRowProducts({ rows, columns, data }: Matrix): RowProducts {
	const out = new Float64Array(rows);
	return (row) => {
		for (let other = 0; other < rows; other++) {
			out[other] = dot(data, other * columns, data, row * columns, columns);
		}
		return out;
	};
}

/** Products by the kernel, into whose memory a matrix of whole groups of four columns is copied. */
export function kernelRowProducts({ rows, columns, data }: Matrix): RowProducts {
	const room = new WasmRoom(8 * rows * (columns + 1) + 32);
	const kernel = openKernel(room);
	const [held, out] = [room.numbers(rows * columns), room.numbers(rows)];
	held.set(data);
	const place = (row: number) => held.byteOffset + 8 * row * columns;
	return (row) => {
		kernel.dots(place(row), rows, place(0), 8 * columns, out.byteOffset);
		return out;
	};
}

/** Numbers of a matrix from which on copying it is worth it. */
const worthCopying = 40_000;

export function rowProducts(matrix: Matrix): RowProducts {
	const plain = () => plainRowProducts(matrix);
	if (matrix.columns % 4 > 0 || matrix.data.length < worthCopying) return plain();
	return byKernel(() => kernelRowProducts(matrix), plain);
}
