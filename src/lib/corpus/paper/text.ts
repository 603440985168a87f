/**
 * Two spaces, or a character that may need more than a look: a control character, another space, or one outside the
 * composed Latin letters, punctuation, arrows and operators.
 */
const doubtful = / {2}|[^ -\u0084\u0086-\u009f\u00a1-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u22ff]/;

/** Whether a text is surely tidy as it stands: most are, and need no copy. */
const isTidy = (text: string) => !text.startsWith(' ') && !text.endsWith(' ') && !doubtful.test(text);

/** Normal form of a text from a source: whole characters, composed letters, single spaces, no outer space. */
export function tidy(text: string): string {
	return isTidy(text)
		? text
		: text
				// Half a character has no form in UTF-8: what is written would not be what was read.
				.replace(/\p{Cs}/gu, '\ufffd')
				.normalize('NFC')
				.replace(/[\s\u0085]+/gu, ' ')
				.trim();
}

const placeholder =
	/^[[(<]?\s*(no abstract( is| was)?( available| provided| supplied| found)?|(the )?abstract (is )?(not available|unavailable|missing)|not available|(publisher: )?abstract available from the publisher|no (summary|description)|n\/?a|none|null|nan|undefined|-+|\.+)\s*\.?[\])>]?$/i;

/** A tidy text, or an empty one where it is what sources print instead of an abstract. */
export function withoutPlaceholder(tidied: string): string {
	return tidied.length < 60 && placeholder.test(tidied) ? '' : tidied;
}

/** A tidy abstract; what sources print where there is none becomes an empty text. */
export function tidyAbstract(text: string): string {
	return withoutPlaceholder(tidy(text));
}

/** A text without control characters, some of which a terminal would obey. */
export const visible = (text: string) => text.replace(/\p{Cc}/gu, ' ');

/** The first characters of a record, on one line. */
export function excerpt(text: string): string {
	const line = tidy(visible(text.slice(0, 400)));
	return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

const nothing =
	/^[[(<]?(?:NA|n\.a\.?|#?n\/a|#NA|none|null|nan|undefined|nil|not (?:available|applicable)|0{4}(?:-00-00)?|[-–—]+|\?)\.?[\])>]?$/i;
const longestNothing = 24;

/** Whether a value is what sources write where they have none. "Na" is a name and an element, "NA" is neither. */
export function isNothing(text: string): boolean {
	if (text.length > longestNothing) return false;
	const trimmed = text.trim();
	return nothing.test(trimmed) && !/^[[(<]?(?:[Nn]a|nA)[\])>]?$/.test(trimmed);
}
