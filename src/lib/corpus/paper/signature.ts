import { mixed } from '../../base/text-hash.ts';

/** Hashes that are kept of a title: the smallest ones, which stand for a longer title as a fair sample does. */
export const titleWords = 12;
/** Words that are kept of a name. */
export const nameWords = 3;

/** Written without spaces: pairs of characters stand for words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

const isPlain = (text: string) => /^[\0-\x7f]*$/.test(text);
const unaccented = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '');

/** The runs of letters and digits in a text, accents aside. */
const wordsOf = (text: string): readonly string[] =>
	(isPlain(text) ? text.match(/[A-Za-z0-9]+/g) : unaccented(text).match(/[\p{L}\p{N}]+/gu)) ?? [];

/** Of ASCII, letters in lower case and digits by their codes; 0 for what parts words. */
const plainCode = Uint8Array.from({ length: 128 }, (_, code) => {
	const character = String.fromCharCode(code).toLowerCase();
	return /[a-z0-9]/.test(character) ? character.charCodeAt(0) : 0;
});

const extended = (hash: number, code: number) => Math.imul(hash ^ code, 0x27d4eb2d);
/** 16 bits, never 0, which stands for none. */
const finished = (hash: number) => mixed(hash) & 0xffff || 1;

/** The hash of a word in any case. */
function wordHash(word: string): number {
	const lower = word.toLowerCase();
	let hash = 0;
	for (let at = 0; at < lower.length; at++) hash = extended(hash, lower.charCodeAt(at));
	return finished(hash);
}

const small = new Set(
	['a', 'an', 'the', 'of', 'in', 'on', 'and', 'for', 'to', 'with', 'by', 'from'].map(wordHash)
);

function pairsOf(word: string): string[] {
	const characters = [...word];
	return characters.length < 3
		? [word]
		: characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}

/** Hashes of the words of a text in ASCII, without making the words. */
function plainHashes(text: string): number[] {
	const hashes: number[] = [];
	let hash = 0;
	for (let at = 0; at <= text.length; at++) {
		const code = at < text.length ? (plainCode[text.charCodeAt(at)] as number) : 0;
		if (code !== 0) hash = extended(hash, code);
		else if (hash !== 0) {
			hashes.push(finished(hash));
			hash = 0;
		}
	}
	return hashes;
}

/** Hashes of the words of a title, and of pairs of characters where nothing parts them. */
function hashesOf(title: string): number[] {
	if (isPlain(title)) return plainHashes(title);
	return wordsOf(title)
		.flatMap((word) => (unspaced.test(word) ? pairsOf(word) : [word]))
		.map(wordHash);
}

/** Up to 12 hashes of 16 bits of the different words of a title, ascending; small words do not count. */
export function titleSignature(title: string): number[] {
	const hashes = hashesOf(title);
	const telling = hashes.filter((hash) => !small.has(hash));
	const sorted = (telling.length > 0 ? telling : hashes).sort((a, b) => a - b);
	return sorted.filter((hash, at) => hash !== sorted[at - 1]).slice(0, titleWords);
}

const isInitials = (token: string) =>
	token.length === 1 || (token.length < 4 && token === token.toUpperCase());

/** A name as up to 3 hashes of its words and the letters its words begin with, as 32 bits; 0 without a name. */
export function nameSignature(name: string): { words: number[]; initials: number } {
	const tokens = wordsOf(name);
	const words: number[] = [];
	let initials = 0;
	const begin = (letter: string) => (initials |= 1 << (letter.toLowerCase().charCodeAt(0) % 32));
	for (const token of tokens) {
		if (token.length === 1 || (tokens.length > 1 && isInitials(token)))
			for (const letter of token) begin(letter);
		else {
			begin(token.charAt(0));
			words.push(wordHash(token));
		}
	}
	if (words.length === 0) words.push(...tokens.map(wordHash));
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
