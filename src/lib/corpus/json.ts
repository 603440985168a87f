import { fieldKey } from './aliases.ts';
import { rowsOfColumns } from './json-columns.ts';
import { JsonSplitter } from './json-split.ts';
import { paperFromObject } from './objects.ts';
import { parseLiteral } from './python-literal.ts';
import { noFacts, type Parsed, type ReadOptions, type Records } from './record.ts';
import { isObject, type JsonObject } from './shape.ts';
import { excerpt } from './text.ts';

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
	const rows = rowsOfColumns(value);
	if (rows) for (const row of rows) yield paperFromObject(row, JSON.stringify(row), options);
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

/** Reads JSON: a list of records, a response or library that holds one, or objects one after the other. */
export async function* readJson(text: AsyncIterable<string>, options: ReadOptions): Records {
	const splitter = new JsonSplitter();
	for await (const piece of text) {
		for (const record of splitter.push(piece)) yield* recordsOf(record, options);
	}
	for (const record of splitter.end()) yield* recordsOf(record, options);
	return noFacts;
}
