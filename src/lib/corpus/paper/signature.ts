import { hash53 } from '../../base/text-hash.ts';

/** Hashes that are kept of a title: the smallest ones, which stand for a longer title as a fair sample does. */
export const titleWords = 12;
/** Words that are kept of a name. */
export const nameWords = 3;

const small = new Set(['a', 'an', 'the', 'of', 'in', 'on', 'and', 'for', 'to', 'with', 'by', 'from']);
/** Written without spaces: pairs of characters stand for words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** 16 bits, never 0, which stands for none. */
const wordHash = (word: string) => hash53(word) & 0xffff || 1;

const folded = (text: string) =>
	/^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');

function pairsOf(word: string): string[] {
	const characters = [...word];
	return characters.length < 3
		? [word]
		: characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}

/** Up to 12 hashes of 16 bits of the different words of a title, ascending; small words do not count. */
export function titleSignature(title: string): number[] {
	const words =
		folded(title)
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	const telling = words.filter((word) => !small.has(word));
	const units = (telling.length > 0 ? telling : words).flatMap((word) =>
		unspaced.test(word) ? pairsOf(word) : [word]
	);
	return [...new Set(units.map(wordHash))].sort((a, b) => a - b).slice(0, titleWords);
}

/** A name as up to 3 hashes of its words and the letters its words begin with, as 32 bits; 0 without a name. */
export function nameSignature(name: string): { words: number[]; initials: number } {
	const tokens = folded(name).match(/[\p{L}\p{N}]+/gu) ?? [];
	const isInitials = (token: string) =>
		token.length === 1 || (token.length < 4 && token === token.toUpperCase() && tokens.length > 1);
	const full = tokens.filter((token) => !isInitials(token));
	const first = [
		...full.map((token) => token[0] ?? ''),
		...tokens.filter(isInitials).flatMap((token) => [...token])
	];
	const initials = first.reduce((bits, letter) => bits | (1 << (letter.toLowerCase().charCodeAt(0) % 32)), 0);
	const words = (full.length > 0 ? full : tokens).map((token) => wordHash(token.toLowerCase()));
	return { words: words.sort((a, b) => a - b).slice(0, nameWords), initials };
}

type Hashes = Uint16Array;

/** How many words two titles share, and how many there are in each, as far as both samples reach. */
function overlap(a: Hashes, b: Hashes): { shared: number; inA: number; inB: number } {
	const reach = Math.min(a[titleWords - 1] || 0xffff, b[titleWords - 1] || 0xffff);
	const within = (hashes: Hashes) => hashes.filter((hash) => hash !== 0 && hash <= reach);
	const [first, second] = [within(a), within(b)];
	const shared = first.filter((hash) => second.includes(hash)).length;
	return { shared, inA: first.length, inB: second.length };
}

/** Whether two titles share fewer than half of their words and neither has all of the other's. */
export function wordsDiffer(a: Hashes, b: Hashes): boolean {
	const { shared, inA, inB } = overlap(a, b);
	return shared < inA && shared < inB && 4 * shared < inA + inB;
}

/** Whether two names, both stated, share no word, or have different initials. */
export function namesDiffer(
	a: { words: Hashes; initials: number },
	b: { words: Hashes; initials: number }
): boolean {
	if (a.initials === 0 || b.initials === 0) return false;
	const common = a.initials & b.initials;
	if (common !== a.initials && common !== b.initials) return true;
	return !a.words.some((word) => word !== 0 && b.words.includes(word));
}

const rowOf =
	(width: number) =>
	(column: Hashes, row: number): Hashes =>
		column.subarray(row * width, (row + 1) * width);

/** The hashes of a title in a column of them. */
export const titleWordsAt = rowOf(titleWords);
/** The hashes of a name in a column of them. */
export const nameWordsAt = rowOf(nameWords);
