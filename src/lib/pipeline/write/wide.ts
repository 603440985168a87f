/** A typed array with room for at least `length` entries; a longer one keeps the entries and at least doubles. */
export function wide(values: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
	if (values.length >= length) return values;
	const wider = new Int32Array(Math.max(length, values.length * 2));
	wider.set(values);
	return wider;
}
