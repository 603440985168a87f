/** A statement that the engine refused, with the engine's own error as its cause. */
export class QueryError extends Error {
	override readonly name = 'QueryError';
	readonly sql: string;

	constructor(sql: string, cause: unknown) {
		super(cause instanceof Error ? cause.message : String(cause), { cause });
		this.sql = sql;
	}
}
