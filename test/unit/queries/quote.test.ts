import { describe, expect, it } from 'vitest';

import { quoteDay, quoteInteger, quoteText } from '../../../src/lib/queries/sql/quote.ts';
import { command } from '../../../src/lib/queries/sql/statement.ts';

describe('values in SQL', () => {
	it('doubles quotes and leaves everything else alone', () => {
		expect(quoteText(`O'Neil''s \\ "x" -- ;`)).toBe(`'O''Neil''''s \\ "x" -- ;'`);
		expect(quoteText('')).toBe(`''`);
	});

	it('puts a NUL together at run time, since DuckDB would end the statement there', () => {
		expect(quoteText("a\0'b")).toBe(`('a' || chr(0) || '''b')`);
	});

	it('takes whole numbers only', () => {
		expect(quoteInteger(-5)).toBe('(-5)');
		expect(quoteDay(19_000)).toBe(`(DATE '1970-01-01' + 19000)`);
		for (const value of [1.5, NaN, Infinity, 2 ** 31]) expect(() => quoteInteger(value)).toThrow(RangeError);
	});

	it('refuses statements long enough to harm the engine', () => {
		expect(command('x'.repeat(32_768))).toHaveLength(32_768);
		expect(() => command('x'.repeat(32_769))).toThrow(RangeError);
	});
});
