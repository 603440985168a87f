import { delimiterOf } from './csv.ts';
import { CorpusError } from './error.ts';
import { isTextField } from './fields.ts';

export const formats = ['daily-papers', 'jsonl', 'csv'] as const;
export type Format = (typeof formats)[number];

function isJsonObject(line: string): boolean {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === 'object' && value !== null && !Array.isArray(value);
	} catch {
		return false;
	}
}

function looksDelimited(head: string): boolean {
	const header = head.split(/\r\n|\n|\r/).find((line) => line.trim()) ?? '';
	const cells = header.split(delimiterOf(head)).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
	return cells.some(isTextField) && header.length < 10_000;
}

/**
 * The format of a file, from its first characters rather than its name.
 * @throws CorpusError when none fits
 */
export function detectFormat(file: string, head: string): Format {
	const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim());
	const complete = lines.length > 1 ? lines.slice(0, -1) : lines;
	if (complete.slice(0, 20).some(isJsonObject) || /^\s*\{\s*"/.test(head)) return 'jsonl';
	if (/^\s*(?:[•·*-]\s*)?\d+ authors?\s*$/m.test(head) || /^\s*·\s*$/m.test(head)) return 'daily-papers';
	if (looksDelimited(head)) return 'csv';
	throw new CorpusError(
		`${file}: not recognised. Formats: ${formats.join(', ')} (CSV and TSV need a header with title or abstract). Use --format to choose one.`
	);
}
