/** A command that was called wrongly; the message says how to call it. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** Something that the user can put right; the message says how. */
export class CommandError extends Error {
	override readonly name = 'CommandError';
}
