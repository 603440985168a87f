/** A corpus that cannot be read at all; the message says what to do about it. */
export class CorpusError extends Error {
	override readonly name = 'CorpusError';
}
