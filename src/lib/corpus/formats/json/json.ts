import { textFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { fieldKey } from '../../paper/aliases.ts';
import { columnsBefore, rowsOfColumns } from './json-columns.ts';
import { JsonSplitter } from './json-split.ts';
import { paperFromObject } from './objects.ts';
import { summariesOf } from './objects-of-pubmed.ts';
import { paperFromText } from '../prose/paragraphs.ts';
import { parseLiteral } from '../../paper/python-literal.ts';
import { lines } from '../../bytes/lines.ts';
import { noFacts, type Parsed, type ReadOptions, type Records } from '../../paper/record.ts';
import { isObject, type JsonObject } from '../../paper/object-reader.ts';
import { excerpt } from '../../paper/text.ts';

/** A value of JSON, or of the Python that some programs write instead; `undefined` when it is neither. */
function parsed(text: string): unknown {
	// Lines of other texts can be many, and an exception for each takes long.
	if (!/^\s*(?:[[{('"\d.-]|(?:true|false|null)\b)/.test(text)) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		// Lines may have been cut from a list.
		return parseLiteral(text.replace(/,\s*$/, ''));
	}
}

/** Objects by key, as some programs save their records: { "id": { ... }, ... }. */
function isDictionary(value: JsonObject): boolean {
	const keys = Object.keys(value);
	return (
		keys.length > 0 &&
		keys.every((key) => isObject(value[key]) && !/^(?:paper|message|data)$/.test(fieldKey(key)))
	);
}

/** Lists and dictionaries around a record, at most. */
const deepest = 20;

function* records(value: unknown, raw: string, options: ReadOptions, depth: number): Generator<Parsed> {
	const inside = depth + 1;
	if (depth > deepest) yield { reason: 'nested too deeply', excerpt: excerpt(raw) };
	else if (Array.isArray(value)) for (const item of value) yield* records(item, raw, options, inside);
	else if (typeof value === 'string' && /^\s*[{[]/.test(value)) yield* recordsOf(value, options, inside);
	else if (!isObject(value)) yield { reason: 'not a JSON object', excerpt: excerpt(raw) };
	else yield* recordsIn(value, raw, options, inside);
}

/** The papers of an object: one, unless it is a table or a dictionary of others. */
function* recordsIn(value: JsonObject, raw: string, options: ReadOptions, inside: number): Generator<Parsed> {
	const summaries = summariesOf(value);
	const rows = rowsOfColumns(value);
	if (summaries) for (const summary of summaries) yield* records(summary, raw, options, inside);
	else if (rows) for (const row of rows) yield paperFromObject(row, JSON.stringify(row), options);
	else if (isDictionary(value))
		for (const member of Object.values(value)) yield* records(member, raw, options, inside);
	else yield paperFromObject(value, raw, options);
}

/** The papers of a record's text: one, unless it is a list. */
export function* recordsOf(text: string, options: ReadOptions = {}, depth = 0): Generator<Parsed> {
	const value = parsed(text);
	if (value === undefined) yield { reason: 'not valid JSON', excerpt: excerpt(text) };
	else yield* records(value, text, options, depth);
}

/** A row of a table whose columns stand before it, as pandas writes them. */
function rowOf(text: string, columns: readonly string[], options: ReadOptions): Parsed {
	const cells = parsed(text);
	if (!Array.isArray(cells) || cells.length !== columns.length)
		return { reason: 'not as many cells as the table has columns', excerpt: excerpt(text) };
	return paperFromObject(Object.fromEntries(columns.map((name, at) => [name, cells[at]])), text, options);
}

/** Finds out, by what stands before a list, whether it holds rows of a table, texts or records. */
class ElementReader {
	readonly #options: ReadOptions;
	#before: string | null = null;
	#columns: readonly string[] | null = null;

	constructor(options: ReadOptions) {
		this.#options = options;
	}

	/** The papers of records that stand behind a text. */
	*read(records: readonly string[], before: string | null): Generator<Parsed> {
		if (before !== this.#before) this.#columns = columnsBefore(before ?? '');
		this.#before = before;
		for (const record of records) {
			const text = before === '' && record.startsWith('"') ? parsed(record) : null;
			if (typeof text === 'string') yield paperFromText(text);
			else if (this.#columns && record.startsWith('[')) yield rowOf(record, this.#columns, this.#options);
			else yield* recordsOf(record, this.#options);
		}
	}
}

/** Records or texts in a list, a response, library or table that holds one, or objects one after the other. */
async function* readJson(text: AsyncIterable<string>, options: ReadOptions): Records {
	const splitter = new JsonSplitter();
	const elements = new ElementReader(options);
	for await (const piece of text) yield* elements.read(splitter.push(piece), splitter.before);
	yield* elements.read(splitter.end(), splitter.before);
	return noFacts;
}

export const json = textFormat({
	id: 'json',
	label: 'JSON',
	extensions: ['json'],
	source:
		'OpenAlex, Semantic Scholar, Crossref, Europe PMC, bioRxiv, PubMed, PLOS, DataCite, NSF and NIH awards, Daily Papers API; CSL-JSON and Zotero; pandas, or a list of your own',
	// A brace before a word begins the lines of other formats.
	matches: ({ text }) => /^\uFEFF?\s*(?:\[|\{\s*(?:["'}\d]|$))/.test(text),
	read: readJson
});

/** One object on each line; empty lines are no records. */
async function* readLines(text: AsyncIterable<string>, options: ReadOptions): Records {
	for await (const line of lines(text)) {
		if (line.trim()) yield* recordsOf(line, options);
	}
	return noFacts;
}

function isObjectLine(line: string): boolean {
	const all = line.trim();
	return all.startsWith('{') && (all.endsWith(',') ? all.slice(0, -1).trimEnd() : all).endsWith('}');
}

/** Whether most lines are objects of their own; some may be broken. */
function matchesLines({ lines: all }: Head): boolean {
	const whole = all.length > 1 ? all.slice(0, -1) : all;
	const objects = whole.filter(isObjectLine).length;
	if (whole.length === 1) return objects === 1 && /^\s*[{[]/.test(all[1] ?? '');
	return objects * 2 >= whole.length;
}

export const jsonl = textFormat({
	id: 'jsonl',
	label: 'JSON Lines',
	extensions: ['jsonl', 'ndjson', 'json'],
	source:
		'the arXiv dataset, OpenAlex, Semantic Scholar, what `fetch` writes, or one object a line of your own',
	matches: matchesLines,
	read: readLines,
	isCut: true
});
