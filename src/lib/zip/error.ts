/** A zip archive that cannot be read; the message says what to do about it. */
export class ZipError extends Error {
	override readonly name: string = 'ZipError';
}
