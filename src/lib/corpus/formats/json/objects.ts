import { fieldKey } from '../../paper/aliases.ts';
import { paperFromFields, type Fields } from '../../paper/fields.ts';
import { withNamed } from '../../paper/named-fields.ts';
import type { Parsed, ReadOptions } from '../../paper/record.ts';
import { fromDataCite, fromNih, fromNsf, fromPlos } from './objects-of-awards.ts';
import { fromArxiv, fromOpenAlex, fromSemanticScholar } from './objects-of-indexes.ts';
import { fromPubmedSummary } from './objects-of-pubmed.ts';
import { fromCrossref, fromCsl, fromZotero } from './objects-of-references.ts';
import { fromDailyPapers, fromEuropePmc, fromLens, fromOpenReview } from './objects-of-services.ts';
import { isObject, type JsonObject, type ObjectReader } from '../../paper/object-reader.ts';
import { excerpt } from '../../paper/text.ts';

const shapes: readonly ObjectReader[] = [
	fromDataCite,
	fromPlos,
	fromNsf,
	fromNih,
	fromDailyPapers,
	fromOpenAlex,
	fromArxiv,
	fromZotero,
	fromCrossref,
	fromCsl,
	fromLens,
	fromEuropePmc,
	fromOpenReview,
	fromPubmedSummary,
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
	'data',
	'row'
];
/** Envelopes in each other, at most. */
const deepest = 3;

/** Items of Zotero that belong to others. */
const belongings = new Set(['attachment', 'note', 'annotation']);

const isBelonging = ({ itemType, data }: JsonObject): boolean =>
	itemType === undefined
		? isObject(data) && data.itemType !== undefined && isBelonging(data)
		: typeof itemType === 'string' && belongings.has(itemType);

/** The fields of an object of a known source; `null` for any other. */
function shapedFields(value: JsonObject): Fields | null {
	for (const shape of shapes) {
		const fields = shape(value);
		if (fields) return fields;
	}
	return null;
}

function parsedObject(value: JsonObject, raw: string, columns: ReadOptions['columns'], depth = 0): Parsed {
	const shaped = shapedFields(value);
	const parsed = shaped && paperFromFields(shaped, raw);
	if (parsed && ('paper' in parsed || !columns)) return parsed;
	const fields = shaped ?? byName(value);
	const named = paperFromFields(columns ? withNamed(fields, value, columns) : fields, raw);
	if ('paper' in named || shaped || depth === deepest) return named;
	const inner = envelopes.map((name) => value[name]).find(isObject);
	return inner ? parsedObject(inner, raw, columns, depth + 1) : named;
}

/**
 * A paper from an object of any source, or why there is none. What the user says of fields counts where the source is
 * not known, or makes no paper of the object.
 */
export function paperFromObject(
	value: JsonObject,
	raw: string,
	{ columns, onUnread }: Pick<ReadOptions, 'columns' | 'onUnread'> = {}
): Parsed {
	if (isBelonging(value)) return { reason: 'a note or an attachment, not a paper', excerpt: excerpt(raw) };
	const parsed = parsedObject(value, raw, columns);
	if ('reason' in parsed) onUnread?.(value);
	return parsed;
}
