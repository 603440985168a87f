/** A saved dataset that cannot be opened; the message says what to do about it. */
export class ArchiveError extends Error {
	override readonly name = 'ArchiveError';
}
