import { asError } from '../lib/base/as-error.ts';
import { CorpusError } from '../lib/corpus/bytes/error.ts';

/** A command that was called wrongly; the message says how to call it. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** Something that the user can put right; the message says how. */
export class CommandError extends Error {
	override readonly name = 'CommandError';
}

/** What the system's refusals mean, and what helps, by their codes. */
const refusals: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full. Make room, or name a place on another one',
	EDQUOT: 'the disk quota is used up. Make room, or name a place on another disk',
	EACCES: 'permission is missing. Name another place, or have it given',
	EPERM: 'permission is missing. Name another place, or have it given',
	EROFS: 'the disk can be read only. Name another place',
	EMFILE: 'too many files are open. Allow more (ulimit -n), or close some',
	ENFILE: 'too many files are open on this machine. Close some',
	ENOENT: 'it is not there (any more). Check the path',
	ENOTDIR: 'a part of the path is no folder. Check the path',
	EISDIR: 'it is a folder. Name a file',
	ELOOP: 'its links lead in a circle. Name another place',
	ENAMETOOLONG: 'the name is too long. Choose a shorter one',
	EIO: 'the disk does not answer as it should. Copy the file to another one',
	EPIPE: 'whoever read the output is gone',
	ENOMEM: 'there is not enough memory. Close other programs',
	ENXIO: 'nobody reads or writes at its other end. Name a file',
	EAGAIN: 'the system has no room for more threads. Close other programs'
};

const memory =
	'There is not enough memory. Close other programs, or read fewer papers at once (NODE_OPTIONS=--max-old-space-size=MEGABYTES allows more).';

/** What DuckDB and the runtime say when something that users know has run out. */
const known: readonly (readonly [RegExp, string])[] = [
	[
		/no space left on device|ENOSPC|file size limit/i,
		'The disk is full. Make room, or name a place on another one.'
	],
	[/too many open files/i, 'Too many files are open. Allow more (ulimit -n), or close some.'],
	[/permission denied/i, 'Permission is missing. Name another place, or have it given.'],
	[/read-only file system/i, 'The disk can be read only. Name another place.'],
	[
		/out of memory|failed to allocate|allocation failed|cannot allocate|ERR_WORKER_OUT_OF_MEMORY|Invalid (?:string|typed array) length/i,
		memory
	],
	[
		/thread constructor failed|resource temporarily unavailable/i,
		'The system has no room for more threads. Close other programs.'
	]
];

const isForeseen = (error: unknown) =>
	error instanceof CommandError ||
	error instanceof UsageError ||
	error instanceof CorpusError ||
	asError(error).name === 'AbortError';

function unforeseen(error: Error): string {
	const [line = ''] = error.message.split('\n');
	return `This should not happen: ${line.slice(0, 500)}\nCORPUSCOPE_TRACE=1 before the command tells where; please report it with that.`;
}

/**
 * What went wrong, in words for whoever called a command: what it is, and what helps. A stack trace comes after it where
 * `CORPUSCOPE_TRACE` is set, and never else.
 */
export function inWords(thrown: unknown): string {
	const error = asError(thrown) as NodeJS.ErrnoException;
	const trace = process.env.CORPUSCOPE_TRACE && !isForeseen(error) ? `\n${error.stack ?? ''}` : '';
	return `${wordsFor(error)}${trace}`;
}

function wordsFor(error: NodeJS.ErrnoException): string {
	if (isForeseen(error)) return error.message;
	const refusal = refusals[error.code ?? ''];
	if (refusal)
		return `${error.path === undefined ? 'The system refused' : error.path}: ${refusal} (${error.code}).`;
	const found = known.find(([pattern]) => pattern.test(`${error.code} ${error.message}`));
	return found?.[1] ?? unforeseen(error);
}
