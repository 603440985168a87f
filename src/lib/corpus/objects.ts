import { fieldKey } from './aliases.ts';
import { paperFromFields, type Fields } from './fields.ts';
import type { Parsed } from './record.ts';
import { fromArxiv, fromOpenAlex, fromSemanticScholar } from './objects-of-indexes.ts';
import { fromCrossref, fromCsl, fromZotero } from './objects-of-references.ts';
import { fromDailyPapers, fromEuropePmc, fromLens } from './objects-of-services.ts';
import type { JsonObject, Shape } from './shape.ts';

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

/** A paper from an object of any source, or why there is none. */
export function paperFromObject(value: JsonObject, raw: string): Parsed {
	for (const shape of shapes) {
		const fields = shape(value);
		if (fields) return paperFromFields(fields, raw);
	}
	return paperFromFields(byName(value), raw);
}
