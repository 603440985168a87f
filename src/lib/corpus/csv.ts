import Papa from 'papaparse';

import { CorpusError } from './error.ts';
import { fieldKey, isTextField, paperFromFields } from './fields.ts';
import { noFacts, type CorpusFacts, type Parsed } from './record.ts';
import { excerpt } from './text.ts';

const delimiters = [',', '\t', ';', '|'];

/** The delimiter of a file, from its header line: the one that cuts it into most cells. */
export function delimiterOf(head: string): string {
	const line = head.split(/\r\n|\n|\r/).find((candidate) => candidate.trim()) ?? '';
	const cells = (delimiter: string) => Papa.parse<string[]>(line, { delimiter }).data[0]?.length ?? 0;
	return delimiters.reduce((best, delimiter) => (cells(delimiter) > cells(best) ? delimiter : best));
}

class Table {
	readonly #keys: string[];

	constructor(header: readonly string[]) {
		if (!header.some(isTextField)) {
			const found = header.map((name) => `"${name}"`).join(', ');
			throw new CorpusError(
				`No column of titles or abstracts. The header has ${found}; rename one to title or abstract.`
			);
		}
		this.#keys = header.map(fieldKey);
	}

	record(cells: readonly string[]): Parsed {
		const fields = new Map<string, string>();
		// Of columns with the same name, the first that is filled counts.
		this.#keys.forEach((key, index) => {
			const cell = cells[index]?.trim();
			if (cell && !fields.has(key)) fields.set(key, cell);
		});
		const parsed = paperFromFields(fields, cells.join(' '));
		if ('reason' in parsed && cells.length !== this.#keys.length) {
			return {
				reason: `${cells.length} cells where the header has ${this.#keys.length}, and no title or abstract`,
				excerpt: excerpt(cells.join(' '))
			};
		}
		return parsed;
	}
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** Rows of a delimited text (RFC 4180 with any line end), as they become complete. */
async function* rowsOf(text: AsyncIterable<string>): AsyncGenerator<string[]> {
	let rest = '';
	let delimiter: string | null = null;
	// A quote that never closes makes one row of the rest: look again only when there is twice as much of it.
	let worthwhile = 0;
	for await (const chunk of text) {
		rest += chunk;
		if (rest.length < worthwhile || (delimiter === null && !/[^\r\n][\r\n]/.test(rest))) continue;
		delimiter ??= delimiterOf(rest);
		const { rows, used } = completeRows(rest, delimiter);
		yield* rows;
		rest = rest.slice(used);
		worthwhile = used > 0 ? 0 : rest.length * 2;
	}
	if (rest) yield* Papa.parse<string[]>(rest, { delimiter: delimiter ?? delimiterOf(rest) }).data;
}

/** All rows but the last, which may go on in the next chunk, and the length of text that they take. */
function completeRows(text: string, delimiter: string): { rows: string[][]; used: number } {
	const rows: string[][] = [];
	let used = 0;
	let pending: string[] | null = null;
	Papa.parse<string[]>(text, {
		delimiter,
		step: ({ data, meta }) => {
			if (pending) rows.push(pending);
			pending = data;
			if (meta.cursor < text.length) {
				rows.push(data);
				pending = null;
				used = meta.cursor;
			}
		}
	});
	return { rows, used };
}

/** Reads CSV, TSV or semicolon-separated text whose first row names the columns. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<Parsed, CorpusFacts> {
	let table: Table | null = null;
	for await (const cells of rowsOf(text)) {
		if (isEmpty(cells)) continue;
		if (table === null) table = new Table(cells);
		else yield table.record(cells);
	}
	return noFacts;
}
