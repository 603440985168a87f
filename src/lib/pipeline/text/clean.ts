import { folded } from '../../base/fold.ts';
import { stripBoilerplate } from './boilerplate.ts';

/**
 * Names that ASCII exports, Web of Science's above all, write in place of signs: "Cu center dot center dot Cu",
 * "25 degrees C", "10 mu m". They belong to a formula or a measure and are no words of the author's.
 */
const spelled =
	/(?:\bcenter dot\b\s*)+|\bdegrees (?:C|F|K)(?![A-Za-z])|\bmu (?:[glmMs]|mol|M|min)(?![A-Za-z])/g;
/** Looked for in a text: such as begin with a rare letter, and are long, are found fast. */
const signs = ['center dot', 'degrees ', 'mu '];

/** A text without the names of signs; a full stop stays where they stood. */
function stripSpelledSigns(text: string): string {
	return signs.some((sign) => text.includes(sign)) ? text.replace(spelled, '. ') : text;
}

/** Takes out of a text what is not prose. Patterns run once for a text, and only where their sign occurs in it. */

const namedEntities = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
	['nbsp', ' '],
	['copy', '©'],
	['ndash', '–'],
	['mdash', '—'],
	['rsquo', '’'],
	['lsquo', '‘']
]);

function decodeEntity(whole: string, name: string): string {
	if (!name.startsWith('#')) return namedEntities.get(name.toLowerCase()) ?? ' ';
	const hexadecimal = name[1] === 'x' || name[1] === 'X';
	const point = hexadecimal ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
	return point > 0 && point < 0x110000 ? String.fromCodePoint(point) : whole;
}

/** Decoded twice, since exports often escape twice. */
function decodeEntities(text: string): string {
	const entity = /&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,8});/g;
	return text.replace(entity, decodeEntity).replace(entity, decodeEntity);
}

/**
 * A value in quotes may hold a few `<`, and a tag not endlessly many attributes: so each place is looked at from few
 * beginnings of tags, whatever the text.
 */
const quoted = (quote: string) => `${quote}[^${quote}<]*(?:<[^${quote}<]*){0,3}${quote}`;
const attributes = String.raw`(?:\s+[a-z:-]{1,40}\s*=\s*(?:${quoted('"')}|${quoted("'")}|[^\s<>"']+)){0,20}\s*\/?>`;
const inlineTags = new RegExp(
	String.raw`<\/?(?:jats:)?(?:su[bp]|i|b|em|strong|u|span|italic|bold|sc)${attributes}`,
	'gi'
);
const otherTags = new RegExp(String.raw`<\/?[a-z][a-z0-9:-]{0,30}${attributes}`, 'gi');

function stripTags(text: string): string {
	return text
		.replace(/<!--[^]{0,2000}?-->|<!\[CDATA\[|\]\]>/g, ' ')
		.replace(inlineTags, '')
		.replace(otherTags, '. ');
}

const accents = new Map([
	["'", '\u0301'],
	['`', '\u0300'],
	['^', '\u0302'],
	['"', '\u0308'],
	['~', '\u0303'],
	['=', '\u0304'],
	['.', '\u0307']
]);

function stripLatex(text: string): string {
	return text
		.replace(/\\(['`^"~=.])\s*\{?\\?([A-Za-z])\}?/g, (_, accent: string, letter: string) =>
			(letter + (accents.get(accent) ?? '')).normalize('NFC')
		)
		.replace(/\\\([^]{0,500}?\\\)|\\\[[^]{0,1000}?\\\]/g, '. ')
		.replace(
			/\\(?:cite[a-z]*|ref|eqref|label|begin|end|url|href|includegraphics)\*?(?:\[[^[\]]*\])?\{[^{}]*\}/g,
			'. '
		)
		.replace(/\\[A-Za-z]+\*?/g, ' ')
		.replace(/\\./g, ' ');
}

/** Dollar signs enclose a formula when what is between them looks like one, and are money otherwise. */
function stripFormulas(text: string): string {
	return text.replace(/\$\$?([^$]{1,300})\$\$?/g, (whole, inner: string) =>
		/[\\^_={}<>+|]/.test(inner) || /^\s*[A-Za-z](?:\s*\([^)]*\))?'*\s*$/.test(inner) ? '. ' : whole
	);
}

const addresses =
	/(?:https?|ftp):\/\/\S+|www\.\S+|\b(?:[\w-]{1,63}\.){1,4}(?:com|org|io|net|edu|gov|ai|co)(?:\/\S*)?(?![\w-])/gi;
const addressSigns = ['www.', '.com', '.org', '.io', '.net', '.edu', '.gov', '.ai', '.co'];
const [letterA, letterW, letterZ] = [97, 119, 122];

/** Whether a text holds a full stop as addresses have it: before a small letter, or behind "www". Most texts do not. */
function hasInnerStop(text: string): boolean {
	for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
		const next = text.charCodeAt(at + 1);
		if ((next >= letterA && next <= letterZ) || text.charCodeAt(at - 1) === letterW) return true;
	}
	return false;
}

/** Whether a text may hold an address. */
const mayHoldAddress = (text: string) =>
	text.includes('://') || (hasInnerStop(text) && addressSigns.some((sign) => text.includes(sign)));

const electronicMail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;

const tidyUnicode = (text: string) => folded(text.replace(/\u00ad|[\u200b\u200c]|\u200d|\u2060|\ufeff/g, ''));

/** Signs that composition, removal or folding could concern. */
const untidy =
	/[^\t-\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00ba-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u2010-\u203a]/;

/**
 * A text without addresses, mark-up, LaTeX commands and formulas, copyright lines and spelled signs, in Unicode's composed form (NFC),
 * with plain letters and digits (`folded`). What was
 * taken out leaves a full stop behind where phrases must not run on.
 */
export function clean(text: string): string {
	let result = text;
	if (result.includes('&')) result = decodeEntities(result);
	result = stripSpelledSigns(stripBoilerplate(result));
	if (untidy.test(result)) result = tidyUnicode(result);
	if (result.includes('@')) result = result.replace(electronicMail, '. ');
	if (mayHoldAddress(result)) result = result.replace(addresses, '. ');
	if (result.includes('<')) result = stripTags(result);
	if (result.includes('$')) result = stripFormulas(result);
	if (result.includes('\\')) result = stripLatex(result);
	return result;
}
