import { asError } from '../base/as-error.ts';

/** A statement that the engine refused, with the engine's own error as its cause. */
export class QueryError extends Error {
	override readonly name = 'QueryError';
	readonly sql: string;

	constructor(sql: string, cause: unknown) {
		super(asError(cause).message, { cause });
		this.sql = sql;
	}
}
