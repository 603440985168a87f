import { log } from '../../base/math.ts';
import { asListed, narrow } from './encodings.ts';
import { languagesOf, sharesOf } from './letters.ts';

/** Signs that stand in texts of any language. */
const usualSigns = new Set('\u00A0«»©®°±²³µ·€–—‘’“”„‚…•™§×¿¡ºª‹›†‡„¼½¾‰');
/** Weight of all languages of an encoding together, for names among another language. */
const anyLanguage = 0.1;
/** Shares of what no language of an encoding has: signs, and what is no sign of a text. */
const [signShare, strangeShare, brokenShare] = [0.02, 1e-4, 1e-6];
/** How much seldomer a capital stands than a small letter, before a small one and within a word. */
const [capital, capitalWithin] = [0.1, 1e-3];
/** How seldom letters beyond ASCII stand side by side in Latin letters, and Latin ones beside those of others. */
const [sideBySide, mixed] = [0.12, 0.02];

/** A letter beyond ASCII or a sign of a text, and what can be said of it whatever the language. */
interface Sign {
	/** Small. */
	letter: string;
	/** Share by which what stands round it makes it seldomer. */
	place: number;
	/** Share where the language does not have it. */
	otherwise: number;
}

const isSmall = (char: string) => /^\p{Ll}$/u.test(char);
const isMark = (char: string) => /^\p{Mn}$/u.test(char);
const isLatin = (char: string) => /^[a-z]$/iu.test(char);
const isBeyond = (char: string) => char > '\u007F';
const isBroken = (char: string) => char === '\uFFFD' || (char >= '\u0080' && char <= '\u009F');

/** How seldom a letter stands after this one and before that one. */
function placeOf(before: string, char: string, after: string, isLatinScript: boolean): number {
	const small = char.toLowerCase();
	let share = 1;
	if (small !== char) share *= isSmall(before) ? capitalWithin : capital;
	if (isMark(char)) return share * (/\p{L}/u.test(before) ? 1 : capitalWithin);
	const isBeside = /\p{L}/u.test(before) && isBeyond(before);
	if (isLatinScript) return isBeside ? share * sideBySide : share;
	return isLatin(before) || isLatin(after) ? share * mixed : share;
}

/** The signs beyond ASCII of a text. */
function signsOf(text: string, isLatinScript: boolean): Sign[] {
	const signs: Sign[] = [];
	let before = ' ';
	const chars = [...text];
	for (const [at, char] of chars.entries()) {
		const after = chars[at + 1] ?? ' ';
		if (isBroken(char)) signs.push({ letter: '', place: 1, otherwise: brokenShare });
		else if (isBeyond(char)) {
			const isLetter = /\p{L}|\p{M}/u.test(char);
			const isUsual = usualSigns.has(char) && !isSmall(after);
			const place = isLetter ? placeOf(before, char, after, isLatinScript) : 1;
			signs.push({ letter: char.toLowerCase(), place, otherwise: isUsual ? signShare : strangeShare });
		}
		before = char;
	}
	return signs;
}

/** How plausible a text in one of some languages is: the log of the share of its signs beyond ASCII. */
function likelihood(signs: readonly Sign[], languages: readonly ReadonlyMap<string, number>[]): number {
	const together = ({ letter }: Sign) =>
		languages.reduce((sum, language) => sum + (language.get(letter) ?? 0), 0) / languages.length;
	const any = signs.map(together);
	let best = -Infinity;
	for (const language of languages) {
		let sum = 0;
		for (const [at, sign] of signs.entries()) {
			const own = language.get(sign.letter) ?? 0;
			const share = (1 - anyLanguage) * own + anyLanguage * (any[at] as number);
			sum += log(share > 0 ? share * sign.place : sign.otherwise);
		}
		best = Math.max(best, sum);
	}
	return best;
}

/**
 * The encoding of one byte a letter that makes the most plausible letters of bytes, and the log of how plausible they are,
 * for each byte beyond ASCII. A letter counts by its share in a language, by its case and by what it stands beside.
 * @param lead by how much others must be more plausible than Western European
 */
export function plausibleEncoding(bytes: Uint8Array, lead: number): { encoding: string; score: number } {
	const beyond = bytes.reduce((sum, byte) => sum + (byte > 127 ? 1 : 0), 0);
	let best: { encoding: string; score: number } = { encoding: 'windows-1252', score: -Infinity };
	for (const encoding of narrow) {
		const languages = languagesOf[encoding];
		const isLatinScript = 'latin' in languages;
		const text = asListed(new TextDecoder(encoding).decode(bytes, { stream: true }), bytes, encoding);
		const spoken = (isLatinScript ? languages.latin : languages.other).map(sharesOf);
		const score = likelihood(signsOf(text, isLatinScript), spoken);
		if (score > best.score + (best.encoding === 'windows-1252' ? lead : 0)) best = { encoding, score };
	}
	return { ...best, score: best.score / beyond };
}

/** Characters of two bytes, by the first: how often they come in texts, and how many characters it begins. */
type Rows = readonly [from: number, to: number, share: number, characters: number][];

/** Rows of characters that texts are made of, and the least of their second bytes; what stands in no row is rare. */
const wideTables: Readonly<Record<string, { second: number; rows: Rows }>> = {
	gb18030: {
		second: 0xa1,
		rows: [
			[0xa1, 0xa3, 0.06, 280],
			[0xb0, 0xd7, 0.92, 3755],
			[0xd8, 0xf7, 0.015, 3008]
		]
	},
	big5: {
		second: 0x40,
		rows: [
			[0xa1, 0xa3, 0.06, 400],
			[0xa4, 0xc6, 0.92, 5401],
			[0xc9, 0xf9, 0.015, 7652]
		]
	},
	shift_jis: {
		second: 0x40,
		rows: [
			[0x81, 0x81, 0.06, 147],
			[0x82, 0x82, 0.44, 130],
			[0x83, 0x83, 0.17, 90],
			[0x88, 0x97, 0.31, 2965],
			[0x98, 0x9f, 0.01, 1500],
			[0xe0, 0xea, 0.005, 1900]
		]
	},
	'euc-jp': {
		second: 0xa1,
		rows: [
			[0xa1, 0xa3, 0.08, 209],
			[0xa4, 0xa4, 0.42, 83],
			[0xa5, 0xa5, 0.17, 86],
			[0xb0, 0xcf, 0.31, 2965],
			[0xd0, 0xf4, 0.015, 3390]
		]
	},
	'euc-kr': {
		second: 0xa1,
		rows: [
			[0xa1, 0xa3, 0.06, 280],
			[0xb0, 0xc8, 0.92, 2350],
			[0xca, 0xfd, 0.015, 4888]
		]
	}
};
/** Share of a character in no row, and of an ASCII letter, which the second byte would be otherwise. */
const [rareShare, asciiShare] = [1e-6, 1 / 30];

/** Encodings of two bytes a character by how plausible what they make of bytes is, as above. */
export function plausibleWideEncodings(bytes: Uint8Array): Map<string, number> {
	const scores = new Map<string, number>();
	for (const [encoding, { second, rows }] of Object.entries(wideTables)) {
		let [sum, beyond] = [0, 0];
		for (let at = 0; at < bytes.length; at++) {
			const lead = bytes[at] ?? 0;
			if (lead < 0x80) continue;
			beyond++;
			const row = rows.find(([from, to]) => lead >= from && lead <= to);
			const trail = bytes[at + 1] ?? 0;
			const isWhole = row !== undefined && trail >= second;
			sum += log(isWhole ? row[2] / row[3] : rareShare);
			if (!isWhole) continue;
			if (trail < 0x80) sum -= log(asciiShare);
			else beyond++;
			at++;
		}
		scores.set(encoding, sum / beyond);
	}
	return scores;
}
