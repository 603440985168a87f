import { texCommand as command, texSigns as signs } from '../../base/tex-signs.ts';

const marks: Readonly<Record<string, string>> = {
	...{
		'"': '\u0308',
		"'": '\u0301',
		'`': '\u0300',
		'^': '\u0302',
		'~': '\u0303',
		'=': '\u0304',
		'.': '\u0307'
	},
	...{
		c: '\u0327',
		v: '\u030c',
		u: '\u0306',
		H: '\u030b',
		k: '\u0328',
		r: '\u030a',
		d: '\u0323',
		b: '\u0331'
	}
};
const letters = new Map(
	Object.entries({
		...{
			ss: 'ß',
			o: 'ø',
			O: 'Ø',
			l: 'ł',
			L: 'Ł',
			ae: 'æ',
			AE: 'Æ',
			oe: 'œ',
			OE: 'Œ',
			aa: 'å',
			AA: 'Å',
			i: 'i'
		},
		...{
			j: 'j',
			dj: 'đ',
			DJ: 'Đ',
			th: 'þ',
			TH: 'Þ',
			dh: 'ð',
			DH: 'Ð',
			ng: 'ŋ',
			NG: 'Ŋ',
			IJ: 'Ĳ',
			ij: 'ĳ',
			SS: 'ẞ',
			ldots: '…',
			dots: '…',
			textendash: '–',
			textemdash: '—'
		},
		...{
			textquoteright: '’',
			textquoteleft: '‘',
			textquotedblleft: '“',
			textquotedblright: '”',
			texttimes: '×'
		},
		...{ textregistered: '®', texttrademark: '™', textdegree: '°', textasciitilde: '∼', textbackslash: '\\' },
		...{ textless: '<', textgreater: '>', textmu: 'µ', textpm: '±', textbar: '|', copyright: '©', slash: '/' }
	})
);

/** `\"o`, `\"{o}`, `\v{s}`, `\c c`, `\'\i`: a mark over or under a letter. */
const symbolAccent = /\\(["'`^~=.])\s*(?:\{\s*(?:\\([ij])|(\p{L}))\s*\}|\\([ij])(?![A-Za-z])|(\p{L}))/gu;
const letterAccent = /\\([cvuHkrdb])(?:\s*\{\s*(?:\\([ij])|(\p{L}))\s*\}|\s+(\p{L}))/gu;

/** A text with TeX's accents and special letters as the letters they stand for. */
export function withoutTexAccents(text: string): string {
	if (!text.includes('\\')) return text;
	const accented = (_: string, mark: string, ...rest: (string | number | undefined)[]) =>
		`${rest.slice(0, 4).find((part) => typeof part === 'string' && part.length <= 2)}${marks[mark] ?? ''}`;
	return text
		.replace(symbolAccent, accented)
		.replace(
			letterAccent,
			(_, mark: string, a?: string, b?: string, c?: string) => `${a ?? b ?? c}${marks[mark] ?? ''}`
		)
		.replace(command, (whole, name: string) => letters.get(name) ?? whole)
		.normalize('NFC');
}

const styles =
	/\\(?:text(?:it|bf|sc|rm|sf|tt|up|sl|normal|subscript|superscript)|emph|mbox|ensuremath|url|href|uppercase|underline|mkbibquote|enquote)\s*(?=\{)/g;

function plain(text: string): string {
	return withoutTexAccents(text)
		.replace(styles, '')
		.replace(command, (whole, name: string) => signs.get(name) ?? whole)
		.replace(/\\[,;:]/g, ' ')
		.replace(/\\([&%$#_{} ])/g, (_, char: string) => (char === '{' || char === '}' ? '' : char))
		.replace(/\{\\(?:it|em|bf|rm|sc|sf|tt|sl)\s+/g, '{')
		.replace(/[{}]/g, '')
		.replace(/(?<!\\)~/g, ' ')
		.replace(/---/g, '—')
		.replace(/--/g, '–')
		.replace(/``|''/g, '"')
		.replace(/\\\\(?:\s|$)/g, ' ');
}

/** Plain text of a BibTeX value: commands and protecting braces resolved, formulas between `$` left as they are. */
export function withoutTex(text: string): string {
	if (!/[\\{}~`']|--/.test(text)) return text;
	return text
		.split(/(?<!\\)(\$[^$]{1,400}(?<!\\)\$)/)
		.map((part, i) => (i % 2 === 1 ? part : plain(part)))
		.join('');
}
