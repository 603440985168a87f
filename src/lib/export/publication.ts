import { fieldNames, fields } from '../dataset/fields.ts';
import type { ExportRow } from '../dataset/export-row.ts';

/** Kinds of publication that reference managers tell apart. */
export type Publication = 'article' | 'conference' | 'book' | 'chapter' | 'thesis' | 'report' | 'other';

const kinds: readonly [RegExp, Publication][] = [
	[/thesis|dissertation/, 'thesis'],
	[/chapter|inbook|incollection/, 'chapter'],
	[/proceedings|conference|workshop/, 'conference'],
	[/report/, 'report'],
	[/journal|article|review|letter/, 'article'],
	[/book|monograph/, 'book']
];

/** What a paper is, from what its source calls it; with a venue and no kind, an article. */
export function publicationOf({ type, venue }: Pick<ExportRow, 'type' | 'venue'>): Publication {
	const stated = (type ?? '').toLowerCase();
	const found = kinds.find(([pattern]) => pattern.test(stated));
	if (found) return found[1];
	return stated === '' && venue !== null ? 'article' : 'other';
}

/** The text on one line, without control characters. */
export function oneLine(text: string): string {
	// eslint-disable-next-line no-control-regex
	return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

/** Year, month and day of a stated date; those that the source does not state are missing. */
export function dateParts(published: string | null): string[] {
	return published === null ? [] : published.split('-');
}

/** What reference managers are told of a paper besides its texts, authors and date, in their order. */
export const referenceFields = fieldNames
	.flatMap((name) => {
		const { column, reference } = fields[name];
		return reference ? [{ column, ...reference }] : [];
	})
	.sort((a, b) => a.place - b.place);

export type ReferenceField = (typeof referenceFields)[number];

/** A field of a row as text, empty where nothing is stated. */
export const statedText = (row: ExportRow, { column }: ReferenceField) => String(row[column] ?? '');
