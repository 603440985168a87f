import Papa from 'papaparse';

import { isTextField } from '../../paper/aliases.ts';
import { firstLines } from '../head.ts';
import { lenientRows } from './csv-lenient.ts';
import { longestRecord, tooLong } from '../../bytes/limits.ts';

const delimiters = [',', '\t', ';', '|'];
/** Lines before a header, at most: some exports begin with a note. */
export const longestPreamble = 10;

/** How a file separates cells, and whether quotes enclose them. */
export interface Dialect {
	delimiter: string;
	quoteChar: string;
}

/** No text holds it: with it, quotes are ordinary characters. */
const noQuote = '\u0000';

const cellsOf = (line: string, delimiter: string) => Papa.parse<string[]>(line, { delimiter }).data[0] ?? [];

/** The delimiter of a file: the one that cuts its header, or else its first line, into most cells. */
export function delimiterOf(head: string, isText = isTextField): string {
	const first = firstLines(head, 50).slice(0, longestPreamble);
	const header = first.find((line) => delimiters.some((mark) => cellsOf(line, mark).some(isText)));
	const line = header ?? first[0] ?? '';
	const score = (mark: string) => {
		const cells = cellsOf(line, mark);
		return cells.length + (cells.some(isText) ? 1000 : 0);
	};
	return delimiters.reduce((best, mark) => (score(mark) > score(best) ? mark : best));
}

/** Tab-separated files often leave quotes as they are; the reading that makes more rows of one width is right. */
export function dialectOf(head: string, isText = isTextField): Dialect {
	const delimiter = delimiterOf(head, isText);
	if (delimiter !== '\t') return { delimiter, quoteChar: '"' };
	const even = (quoteChar: string) => {
		const rows = Papa.parse<string[]>(head, { delimiter, quoteChar }).data;
		return rows.filter(({ length }) => length > 1 && length === rows[0]?.length).length;
	};
	return { delimiter, quoteChar: even(noQuote) > even('"') ? noQuote : '"' };
}

const headLength = 65_536;

/** Cuts delimited text (RFC 4180 with any line end) into rows. */
class RowReader {
	#dialect: Dialect;
	readonly #isText: (name: string) => boolean;
	/** Cells of the header, once it has been seen. */
	#width: number | null = null;

	constructor(head: string, isText: (name: string) => boolean) {
		this.#isText = isText;
		this.#dialect = dialectOf(head.slice(0, headLength), isText);
	}

	/**
	 * All rows but the last, which may go on in the next chunk, and the length of text that they take.
	 * @throws CorpusError when that is no row at all
	 */
	complete(text: string): { rows: string[][]; used: number } {
		const found = this.#complete(text);
		if (text.length - found.used <= longestRecord) return found;
		// A quote that does not close for so long never does.
		if (this.#dialect.quoteChar === noQuote) throw tooLong('a row');
		this.#dialect = { ...this.#dialect, quoteChar: noQuote };
		const { rows, used } = this.complete(text.slice(found.used));
		return { rows: [...found.rows, ...rows], used: found.used + used };
	}

	#complete(text: string): { rows: string[][]; used: number } {
		const rows: string[][] = [];
		let used = 0;
		Papa.parse<string[]>(text, {
			...this.#dialect,
			step: ({ data, meta }) => {
				if (meta.cursor >= text.length) return;
				rows.push(...this.#mended(data, text.slice(used, meta.cursor)));
				used = meta.cursor;
			}
		});
		return { rows, used };
	}

	/** The rows of the end of a file. A quote that never closes is an ordinary character. */
	last(text: string): string[][] {
		const { rows, used } = this.complete(text);
		const rest = text.slice(used);
		const parsed = Papa.parse<string[]>(rest, this.#dialect);
		const isOpen = parsed.errors.some(({ code }) => code === 'MissingQuotes');
		const dialect = isOpen ? { ...this.#dialect, quoteChar: noQuote } : this.#dialect;
		const ends = isOpen ? Papa.parse<string[]>(rest, dialect).data : parsed.data;
		return [...rows, ...ends.flatMap((row) => (ends.length === 1 ? this.#mended(row, rest) : [row]))];
	}

	/** The rows of tab-separated text in which quotes are ordinary characters, where all have the header's width. */
	#withoutQuotes(raw: string): string[][] | null {
		const rows = Papa.parse<string[]>(raw.replace(/(?<![\r\n])[\r\n]+$/, ''), {
			delimiter: this.#dialect.delimiter,
			quoteChar: noQuote
		}).data;
		return rows.length > 1 && rows.every(({ length }) => length === this.#width) ? rows : null;
	}

	/** A row, or what a forgiving reading makes of it when it has another width than the header. */
	#mended(cells: string[], raw: string): string[][] {
		if (this.#width === null && cells.some(this.#isText)) this.#width = cells.length;
		const { delimiter, quoteChar } = this.#dialect;
		if (this.#width === null || !raw.includes(quoteChar)) return [cells];
		const apart = delimiter === '\t' ? this.#withoutQuotes(raw) : null;
		if (apart) return apart;
		if (cells.length === this.#width) return [cells];
		const lenient = lenientRows(raw, delimiter);
		return lenient.every(({ length }) => length === this.#width) ? lenient : [cells];
	}
}

/**
 * Rows of a delimited text, as they become complete.
 * @param isText whether a column of a name holds titles or abstracts, by which the header is known
 */
export async function* csvRows(
	text: AsyncIterable<string>,
	isText: (name: string) => boolean = isTextField
): AsyncGenerator<string[]> {
	let waiting: string[] = [];
	let length = 0;
	let reader: RowReader | null = null;
	// A quote that never closes makes one row of the rest: look again only when there is twice as much of it.
	let worthwhile = headLength;
	for await (const chunk of text) {
		waiting.push(chunk);
		length += chunk.length;
		if (length < worthwhile) continue;
		const block = waiting.join('');
		reader ??= new RowReader(block, isText);
		const { rows, used } = reader.complete(block);
		yield* rows;
		waiting = [block.slice(used)];
		length = block.length - used;
		worthwhile = Math.max(headLength, length * 2);
	}
	const rest = waiting.join('');
	if (rest) yield* (reader ?? new RowReader(rest, isText)).last(rest);
}
