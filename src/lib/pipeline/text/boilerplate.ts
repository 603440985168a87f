/** Takes out what publishers put around an abstract. */

const nothing =
	/^[\s[({"'*_-]*(?:(?:there is )?no abstract(?: is)?(?: available| provided)?|abstract (?:is )?(?:not available|unavailable|missing))[\s\])}"'*_.!-]*$/i;
/** A notice that there is no abstract is no longer than this. */
const longestNothing = 60;

/** Where a copyright line begins; "copyright infringement" is a subject and stays. */
const copyright =
	/(?:(?:crown )?copyright\s*)?(?:©|\(c\)\s*(?=(?:19|20)\d\d\b))|\b(?:crown )?copyright\s+(?=(?:\(c\)|(?:19|20)\d\d\b|held by|is held by|remains with|by the authors?\b|for this (?:paper|article)))/i;
const copyrightSigns = ['©', 'opyright', 'OPYRIGHT', '(c)', '(C)'];
const rights =
	/\b[Aa](?:ll|LL) [Rr](?:ights|IGHTS) (?:are )?[Rr](?:eserved|ESERVED)\b\.?|\b[Pp]ublished by (?:[A-Z][\w&'-]*[ ,.]*){1,6}/g;
const rightsSigns = ['ights reserved', 'ights Reserved', 'IGHTS RESERVED', 'ublished by'];

/** A copyright line at the end of a text is no longer than this. */
const longestTail = 400;
const opening = /^[\s([]*(?:©|\(c\)|(?:crown )?copyright)/i;
/** End of a sentence that is no abbreviation ("B.V.", "Inc."), before a new one. */
const sentenceEnd = /(?:reserved|licen[cs]e|[a-z]{4}|\))\.\s+(?=["'(]?\p{Lu})/u;

/** A text without the copyright line it begins with, where another sentence follows. */
function stripOpening(text: string): string {
	const found = copyright.exec(text);
	if (!found) return text;
	const end = sentenceEnd.exec(text);
	return end ? `. ${text.slice(end.index + end[0].length)}` : text.length <= longestTail ? '' : text;
}

function stripTail(text: string): string {
	const from = Math.max(0, text.length - longestTail);
	const holds = (sign: string) => text.indexOf(sign, from) >= 0;
	let result = text;
	if (copyrightSigns.some(holds)) {
		const found = copyright.exec(text.slice(from));
		if (found) result = text.slice(0, from + found.index);
	}
	if (rightsSigns.some(holds)) result = result.slice(0, from) + result.slice(from).replace(rights, '. ');
	return result;
}

/** A text without copyright lines, and nothing where it only says that there is no abstract. */
export function stripBoilerplate(text: string): string {
	if (text.length <= longestNothing && nothing.test(text)) return '';
	return stripTail(opening.test(text) ? stripOpening(text) : text);
}
