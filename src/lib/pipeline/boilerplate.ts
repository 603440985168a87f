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

/** A line of this length at the end of a text goes as a whole. */
const longestTail = 400;
/** End of a sentence that is no abbreviation ("B.V.", "Inc."), before a new one. */
const sentenceEnd = /(?:reserved|licen[cs]e|[a-z]{4,}|\))\.\s+(?=["'(]?\p{Lu})/u;

function stripCopyright(text: string): string {
	const found = copyright.exec(text);
	if (!found) return text;
	const rest = text.slice(found.index);
	if (found.index > 0 && rest.length <= longestTail) return text.slice(0, found.index);
	const end = sentenceEnd.exec(rest);
	if (!end) return rest.length <= longestTail ? text.slice(0, found.index) : text;
	return `${text.slice(0, found.index)}. ${rest.slice(end.index + end[0].length)}`;
}

/** A text without copyright lines, and nothing where it only says that there is no abstract. */
export function stripBoilerplate(text: string): string {
	if (text.length <= longestNothing && nothing.test(text)) return '';
	let result = text;
	if (copyrightSigns.some((sign) => result.includes(sign))) result = stripCopyright(result);
	if (rightsSigns.some((sign) => result.includes(sign))) result = result.replace(rights, '. ');
	return result;
}
