/** Signs that a terminal obeys instead of showing them, and those that change the order of what stands beside them. */
const obeyed = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufeff]/gu;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escaped = (sign: string) => short[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text, which may come from anybody, as one line that shows each of its signs: `\u001b[2J`. */
export const oneLine = (text: string): string => text.replace(obeyed, escaped);

/** The same in lines of their own. */
export const inLines = (text: string): string => text.split('\n').map(oneLine).join('\n');

/** Prints lines to standard output, whatever is in them. */
export function say(...lines: readonly string[]): void {
	console.log(lines.map(oneLine).join('\n'));
}

/** Prints what went wrong, or is no part of the output, to standard error. */
export function note(text: string): void {
	console.error(inLines(text));
}
