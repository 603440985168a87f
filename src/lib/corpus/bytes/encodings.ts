/** Encodings of WHATWG by what the detector calls them; those of Latin letters are set apart. */
export const latin = new Map(
	Object.entries({
		...{ 'ISO-8859-1': 'windows-1252', 'windows-1252': 'windows-1252', 'windows-1250': 'windows-1250' },
		...{ 'ISO-8859-2': 'iso-8859-2', 'ISO-8859-9': 'windows-1254', 'windows-1254': 'windows-1254' },
		...{ 'windows-1257': 'windows-1257', 'windows-1258': 'windows-1258' }
	})
);
export const others = new Map(
	Object.entries({
		...{ 'windows-1251': 'windows-1251', 'KOI8-R': 'koi8-r', 'ISO-8859-5': 'iso-8859-5' },
		...{ 'ISO-8859-7': 'windows-1253', 'windows-1253': 'windows-1253', 'ISO-8859-8': 'windows-1255' },
		...{ 'windows-1255': 'windows-1255', 'ISO-8859-6': 'windows-1256', 'windows-1256': 'windows-1256' },
		...{ GB18030: 'gb18030', Big5: 'big5', Shift_JIS: 'shift_jis', 'EUC-JP': 'euc-jp', 'EUC-KR': 'euc-kr' }
	})
);

/** The encodings that a text can be read in. */
export const encodings: readonly string[] = [
	...new Set(['utf-8', 'utf-16le', 'utf-16be', ...latin.values(), ...others.values()])
];

/** Bytes that Node reads in another way than the WHATWG's tables, and what they stand for. */
const mended: Readonly<Record<string, { byte: number; letter: string }>> = {
	'windows-1253': { byte: 0xaa, letter: '\uFFFD' },
	'windows-1255': { byte: 0xca, letter: '\u05BA' }
};

/** A text as the WHATWG's tables have it, from what a decoder makes of these bytes. */
export function asListed(text: string, bytes: Uint8Array, encoding: string): string {
	const mend = mended[encoding];
	if (!mend || !bytes.includes(mend.byte)) return text;
	return Array.from(text, (letter, at) => (bytes[at] === mend.byte ? mend.letter : letter)).join('');
}
