/**
 * Letters and digits that Unicode keeps apart for their looks alone: sub- and superscripts, full-width, half-width and
 * mathematical ones, ligatures, Roman numerals, units in one sign, forms of Arabic letters. Signs that nobody reads as
 * part of the word before them (™, ①, ½, …), and ª and º, stay as they are.
 */
const looks =
	/[\u00b2\u00b3\u00b5\u00b9\u0132\u0133\u013f\u0140\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf\u2070-\u209c\u2102-\u2115\u2119-\u211d\u2124-\u2149\u2160-\u217f\u3380-\u33df\ufb00-\ufdfb\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\u{1d400}-\u{1d7ff}]+/gu;
const plain = /^[\0-\u00b1]*$/;

/** Digits and full-width letters that fold to one character each, and what they fold to, for engines without NFKC. */
export const lookalikes = (() => {
	const ranges = [
		[0xb2, 0xb3],
		[0xb9, 0xb9],
		[0x2070, 0x2070],
		[0x2074, 0x2079],
		[0x2080, 0x2089],
		[0xff10, 0xff19],
		[0xff21, 0xff3a],
		[0xff41, 0xff5a]
	] as const;
	const from = ranges
		.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
		.map((code) => String.fromCharCode(code))
		.join('');
	return { from, to: from.normalize('NFKC') };
})();

/** A text whose letters and digits are the plain ones (Unicode's NFKC): `CO₂` is `CO2`. Composed texts stay composed. */
export function folded(text: string): string {
	return plain.test(text) ? text : text.replace(looks, (run) => run.normalize('NFKC')).normalize('NFC');
}

const ascii = /^[\0-\x7f]*$/;
const accents = /([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;

/** Small letters with a stroke or without a dot, and those that are two in one: Unicode takes neither apart. */
export const strokes = { from: 'øłđħıŧð', to: 'oldhitd' };
export const pairs: readonly (readonly [from: string, to: string])[] = [
	['ß', 'ss'],
	['æ', 'ae'],
	['œ', 'oe'],
	['þ', 'th']
];
const others = new Map([
	...[...strokes.from].map((from, at) => [from, strokes.to[at] as string] as const),
	...pairs
]);
const other = new RegExp(`[${[...others.keys()].join('')}]`, 'g');

/**
 * A text in small letters whose Latin and Greek letters have lost their accents: `müller` is `muller`, `straße` is
 * `strasse`. Marks that make another letter in other scripts stay (`й`, `が`).
 */
export function unaccented(lower: string): string {
	if (ascii.test(lower)) return lower;
	const plainLetters = lower.normalize('NFD').replace(accents, '$1').normalize('NFC');
	return plainLetters.replace(other, (letter) => others.get(letter) as string);
}
