const space = 32;
const noBreakSpace = 0xa0;

/** Codes that stand for a single composed letter or mark wherever they are: Latin, punctuation, arrows, operators. */
const isPlain = (code: number) =>
	(code >= space && code < 0x300 && code !== noBreakSpace) ||
	(code >= 0x2010 && code < 0x2028) ||
	(code >= 0x2030 && code < 0x205f) ||
	(code >= 0x2190 && code < 0x2300);

/** Whether a text is surely tidy as it stands. */
function isTidy(text: string): boolean {
	let last = space;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (!isPlain(code) || (code === space && last === space)) return false;
		last = code;
	}
	return last !== space || text.length === 0;
}

/** Normal form of a text from a source: composed letters, single spaces, no outer space. */
export function tidy(text: string): string {
	return isTidy(text) ? text : text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

const placeholder =
	/^[[(<]?\s*(no abstract( is| was)?( available| provided| supplied| found)?|(the )?abstract (is )?(not available|unavailable|missing)|not available|no (summary|description)|n\/?a|none|null|nan|undefined|-+|\.+)\s*\.?[\])>]?$/i;

/** A tidy text, or an empty one where it is what sources print instead of an abstract. */
export function withoutPlaceholder(tidied: string): string {
	return tidied.length < 60 && placeholder.test(tidied) ? '' : tidied;
}

/** A tidy abstract; what sources print where there is none becomes an empty text. */
export function tidyAbstract(text: string): string {
	return withoutPlaceholder(tidy(text));
}

/** The first characters of a record, on one line. */
export function excerpt(text: string): string {
	const line = tidy(text.slice(0, 400));
	return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
