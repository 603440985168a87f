import { paperFromFields, type Fields } from '../../paper/fields.ts';
import { noFacts, type Reader, type Records } from '../../paper/record.ts';
import { excerpt } from '../../paper/text.ts';
import { xmlElements, type XmlElement } from './xml-tree.ts';

/** Reads one element of a source; `null` when it is no record but says something of those that follow. */
export type ElementReader = (element: XmlElement) => Fields | null;

/** A reader of the elements of some names. */
export function xmlReader(wanted: readonly string[], begin: () => ElementReader): Reader {
	return async function* (text): Records {
		const read = begin();
		for await (const element of xmlElements(text, new Set(wanted))) {
			const fields = read(element);
			if (!fields) continue;
			const parsed = paperFromFields(fields, '');
			yield 'reason' in parsed ? { ...parsed, excerpt: excerpt(element.text) } : parsed;
		}
		return noFacts;
	};
}
