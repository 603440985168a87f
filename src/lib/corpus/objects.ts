import { fieldKey } from './aliases.ts';
import { paperFromFields, type Fields } from './fields.ts';
import type { Parsed } from './record.ts';
import { fromArxiv, fromOpenAlex, fromSemanticScholar } from './objects-of-indexes.ts';
import { fromCrossref, fromCsl, fromZotero } from './objects-of-references.ts';
import { fromDailyPapers, fromEuropePmc, fromLens } from './objects-of-services.ts';
import { isObject, type JsonObject, type Shape } from './shape.ts';
import { excerpt } from './text.ts';

const shapes: readonly Shape[] = [
	fromDailyPapers,
	fromOpenAlex,
	fromArxiv,
	fromZotero,
	fromCrossref,
	fromCsl,
	fromLens,
	fromEuropePmc,
	fromSemanticScholar
];

const byName = (value: JsonObject): Fields =>
	new Map(Object.entries(value).map(([name, member]) => [fieldKey(name), member]));

/** Members in which some services put a record among what they say of it. */
const envelopes = [
	'metadata',
	'bibjson',
	'_source',
	'attributes',
	'info',
	'work',
	'record',
	'fields',
	'data'
];
/** Envelopes in each other, at most. */
const deepest = 3;

/** Items of Zotero that belong to others. */
const belongings = new Set(['attachment', 'note', 'annotation']);

const isBelonging = ({ itemType, data }: JsonObject): boolean =>
	itemType === undefined
		? isObject(data) && data.itemType !== undefined && isBelonging(data)
		: typeof itemType === 'string' && belongings.has(itemType);

/** A paper from an object of any source, or why there is none. */
export function paperFromObject(value: JsonObject, raw: string, depth = 0): Parsed {
	if (isBelonging(value)) return { reason: 'a note or an attachment, not a paper', excerpt: excerpt(raw) };
	for (const shape of shapes) {
		const fields = shape(value);
		if (fields) return paperFromFields(fields, raw);
	}
	const parsed = paperFromFields(byName(value), raw);
	if ('paper' in parsed || depth === deepest) return parsed;
	const inner = envelopes.map((name) => value[name]).find(isObject);
	return inner ? paperFromObject(inner, raw, depth + 1) : parsed;
}
