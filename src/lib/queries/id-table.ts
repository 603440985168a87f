import { quoteInteger } from './quote.ts';
import { command } from './statement.ts';

/** Ids in one statement: each takes at most 13 characters. */
const chunk = 2000;

/** Creates the temporary table `table` with these paper ids, in several statements where they are many. */
export function createIdTable(table: string, paperIds: readonly number[]): string[] {
	const ids = [...new Set(paperIds)];
	const statements = [command(`CREATE TEMP TABLE ${table} (paper_id INTEGER NOT NULL)`)];
	for (let start = 0; start < ids.length; start += chunk) {
		const rows = ids.slice(start, start + chunk).map((id) => `(${quoteInteger(id)})`);
		statements.push(command(`INSERT INTO ${table} VALUES ${rows.join(', ')}`));
	}
	return statements;
}

export function dropTable(table: string): string {
	return command(`DROP TABLE IF EXISTS ${table}`);
}
