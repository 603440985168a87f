/** Encodings of one byte a letter, the most usual of those of a script first. */
export const narrow = [
	...([
		'windows-1252',
		'windows-1250',
		'iso-8859-2',
		'windows-1254',
		'windows-1257',
		'windows-1258'
	] as const),
	...(['windows-1251', 'koi8-r', 'iso-8859-5'] as const),
	...(['windows-1253', 'windows-1255', 'windows-1256'] as const)
] as const;

/** Encodings of two bytes a character by what the detector calls them. */
export const wide = new Map(
	Object.entries({
		...{ GB18030: 'gb18030', Big5: 'big5', Shift_JIS: 'shift_jis', 'EUC-JP': 'euc-jp', 'EUC-KR': 'euc-kr' }
	})
);

/** The encodings that a text can be read in. */
export const encodings: readonly string[] = [
	...['utf-8', 'utf-16le', 'utf-16be'],
	...narrow,
	...wide.values()
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
