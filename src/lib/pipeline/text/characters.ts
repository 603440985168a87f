/** What a character means to the scanner of words. */
export const kinds = {
	/** Ends a word and a phrase: punctuation, symbols. */
	stop: 0,
	/** Ends a word but not a phrase. */
	space: 1,
	hyphen: 2,
	apostrophe: 3,
	letter: 4,
	digit: 5,
	/** Continues a word, never begins one: combining signs. */
	mark: 6,
	/** A letter of a script that puts no spaces between words. */
	unspaced: 7,
	/** First half of a character beyond U+FFFF. */
	surrogate: 8
} as const;

const unknown = 255;

/** Han, Kana, Thai, Lao, Myanmar and Khmer blocks below U+FFFF, as first and last code. */
const unspacedRanges: readonly (readonly [number, number])[] = [
	[0x0e01, 0x0e3a],
	[0x0e40, 0x0e4e],
	[0x0e81, 0x0ecd],
	[0x1000, 0x103f],
	[0x1050, 0x108f],
	[0x1780, 0x17d3],
	[0x3005, 0x3007],
	[0x3041, 0x3096],
	[0x309d, 0x309f],
	[0x30a1, 0x30fa],
	[0x30fc, 0x30ff],
	[0x31f0, 0x31ff],
	[0x3400, 0x4dbf],
	[0x4e00, 0x9fff],
	[0xf900, 0xfaff],
	[0xff66, 0xff9f]
];

const spaces = ' \t\n\r\f\v_\u00a0\u2002\u2003\u2009\u202f\u3000';
const hyphens = '-\u2010\u2011\u2012\u2013\u2212';
const apostrophes = "'\u2019\u02bc\u2018`";

function classify(code: number): number {
	if (code >= 0xd800 && code <= 0xdbff) return kinds.surrogate;
	const character = String.fromCharCode(code);
	if (spaces.includes(character)) return kinds.space;
	if (hyphens.includes(character)) return kinds.hyphen;
	if (apostrophes.includes(character)) return kinds.apostrophe;
	if (unspacedRanges.some(([first, last]) => code >= first && code <= last)) return kinds.unspaced;
	if (/\p{L}/u.test(character)) return kinds.letter;
	if (/\p{Nd}/u.test(character)) return kinds.digit;
	return /\p{M}/u.test(character) ? kinds.mark : kinds.stop;
}

/** Kind of each UTF-16 code unit; `unknown` until it is first met. */
const table = new Uint8Array(65536).fill(unknown);
for (let code = 0; code < 128; code++) table[code] = classify(code);

/** Kind of a UTF-16 code unit, one of `kinds`. */
export function kindOf(code: number): number {
	const known = table[code] as number;
	return known === unknown ? (table[code] = classify(code)) : known;
}

/** Kind of a character beyond U+FFFF, from its two halves. */
export function kindOfPair(high: number, low: number): number {
	const point = ((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000;
	if (low < 0xdc00 || low > 0xdfff) return kinds.stop;
	if (point >= 0x20000 && point <= 0x3ffff) return kinds.unspaced;
	return /\p{L}/u.test(String.fromCodePoint(point)) ? kinds.letter : kinds.stop;
}

/** Signs that end a sentence or a clause: no phrase runs across them. */
export const clauseEnds = '.!?;:。！？；：';
