import { ZipError } from '../zip/error.ts';

/** A saved dataset that cannot be opened; the message says what to do about it. */
export class ArchiveError extends ZipError {
	override readonly name = 'ArchiveError';
}
