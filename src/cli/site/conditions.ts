import type { IncomingHttpHeaders } from 'node:http';

/** What conditions of a request are held against. */
export interface Version {
	/** A strong validator, in quotes. */
	readonly etag: string;
	/** Milliseconds since 1970. */
	readonly modified: number;
}

/** Bytes of a file, both ends included. */
export interface ByteRange {
	readonly first: number;
	readonly last: number;
}

const seconds = (time: number) => Math.floor(time / 1000);

/** Seconds since 1970 of an HTTP date; `null` for anything else, which is ignored. */
function dateOf(text: string | undefined): number | null {
	const time = /^[A-Z][a-z]+,? /.test(text ?? '') ? Date.parse(text as string) : NaN;
	return Number.isNaN(time) ? null : seconds(time);
}

/** Whether a list of entity tags holds one; weak ones compare by their text, unless only strong ones count. */
function lists(tags: string, etag: string, strongOnly: boolean): boolean {
	if (tags.trim() === '*') return true;
	const found = tags.match(/(?:W\/)?"[^"]*"/g) ?? [];
	return found.some((tag) => tag === etag || (!strongOnly && tag === `W/${etag}`));
}

/**
 * What the conditions of a GET or HEAD request ask for, in the order of RFC 9110, section 13.2.2: 412 where the file
 * is not the one that is wanted, 304 where the visitor has it, else 200.
 */
export function statusFor(headers: IncomingHttpHeaders, { etag, modified }: Version): 200 | 304 | 412 {
	const { 'if-match': match, 'if-none-match': noneMatch } = headers;
	if (match !== undefined) {
		if (!lists(match, etag, true)) return 412;
	} else {
		const unmodified = dateOf(headers['if-unmodified-since']);
		if (unmodified !== null && seconds(modified) > unmodified) return 412;
	}
	if (noneMatch !== undefined) return lists(noneMatch, etag, false) ? 304 : 200;
	const since = dateOf(headers['if-modified-since']);
	return since !== null && seconds(modified) <= since ? 304 : 200;
}

/** Whether `If-Range` lets a range be answered: it names this very version. A date could be that of two. */
const isSameFile = (ifRange: string | string[] | undefined, etag: string) =>
	ifRange === undefined || String(ifRange).trim() === etag;

/**
 * The part of a file that a GET request asks for (RFC 9110, section 14).
 * @param size of the file in bytes
 * @returns `null` for the whole file: without a range, for one that is malformed or of another version, and for
 * several, which a server need not answer; `unsatisfiable` where the file has no such bytes
 */
export function rangeFor(
	{ range, 'if-range': ifRange }: IncomingHttpHeaders,
	{ etag }: Version,
	size: number
): ByteRange | 'unsatisfiable' | null {
	const [, from = '', to = ''] = /^bytes=[ \t,]*(\d*)-(\d*)[ \t,]*$/i.exec(range ?? '') ?? [];
	if ((from === '' && to === '') || size === 0 || !isSameFile(ifRange, etag)) return null;
	if (from === '') {
		return Number(to) === 0 ? 'unsatisfiable' : { first: Math.max(0, size - Number(to)), last: size - 1 };
	}
	if (to !== '' && Number(to) < Number(from)) return null;
	if (Number(from) >= size) return 'unsatisfiable';
	return { first: Number(from), last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
