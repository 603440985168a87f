/** Dot product of two rows, each given by where it begins. */
export function dot(
	a: ArrayLike<number>,
	fromA: number,
	b: ArrayLike<number>,
	fromB: number,
	columns: number
): number {
	let sum = 0;
	for (let c = 0; c < columns; c++) sum += (a[fromA + c] as number) * (b[fromB + c] as number);
	return sum;
}
