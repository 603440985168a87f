/** The shortest decimal that reads back as the same single-precision number: `0.3` for 0.30000001192092896. */
export function shortFloat(value: number): number {
	for (let digits = 1; digits <= 9; digits++) {
		const short = Number(value.toPrecision(digits));
		if (Math.fround(short) === Math.fround(value)) return short;
	}
	return value;
}
