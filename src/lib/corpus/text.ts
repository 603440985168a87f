/** Normal form of a text from a source: composed letters, single spaces, no outer space. */
export function tidy(text: string): string {
	return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

const placeholder =
	/^[[(]?\s*(no abstract( is)?( available| provided)?|abstract not available|n\/?a|none|null)\s*\.?[\])]?$/i;

/** A tidy abstract; what sources print where there is none becomes an empty text. */
export function tidyAbstract(text: string): string {
	const tidied = tidy(text);
	return placeholder.test(tidied) ? '' : tidied;
}

/** The first characters of a record, on one line. */
export function excerpt(text: string): string {
	const line = tidy(text.slice(0, 400));
	return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
