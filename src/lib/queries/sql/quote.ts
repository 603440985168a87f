/** The one path on which values enter SQL. */

/** A text literal. DuckDB ends a statement at a NUL, which is therefore put together at run time. */
export function quoteText(text: string): string {
	const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
	return parts.length === 1 ? (parts[0] as string) : `(${parts.join(' || chr(0) || ')})`;
}

/** @throws RangeError for anything but a whole number that DuckDB's INTEGER holds */
export function quoteInteger(value: number): string {
	if (!Number.isInteger(value) || Math.abs(value) > 2_147_483_647) {
		throw new RangeError(`${value} is not a whole number that a query can use`);
	}
	return value < 0 ? `(${value})` : String(value);
}

/** A DATE from its day number (days since 1970-01-01). */
export function quoteDay(days: number): string {
	return `(DATE '1970-01-01' + ${quoteInteger(days)})`;
}

/** A list for `IN`. */
export function quoteTexts(texts: readonly string[]): string {
	return `(${texts.map(quoteText).join(', ')})`;
}

/** A list for `IN`. */
export function quoteIntegers(values: readonly number[]): string {
	return `(${values.map(quoteInteger).join(', ')})`;
}
