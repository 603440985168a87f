import type { Shape, Statement } from '../../engine/statement.ts';

/** UTF-16 units; DuckDB-WASM corrupts its memory on statements of more than about 128 KB. */
const longest = 32_768;

function bounded(sql: string): string {
	if (sql.length <= longest) return sql;
	throw new RangeError(`A query of ${sql.length} characters is too long; ask for fewer words or names.`);
}

/**
 * A query whose columns are named and decoded as the shape says.
 * @param columns SQL expression of each column
 * @param rest everything from `FROM` on
 * @param before what stands before `SELECT`
 */
export function select<R>(
	shape: Shape<R>,
	columns: Readonly<Record<keyof NoInfer<R>, string>>,
	rest: string,
	before = ''
): Statement<R> {
	const list = Object.keys(shape).map((name) => `${columns[name as keyof R]} AS "${name}"`);
	return { sql: bounded(`${before}SELECT ${list.join(', ')} ${rest}`), shape };
}

/** SQL of a statement that is run for what it does. */
export function command(sql: string): string {
	return bounded(sql);
}
