import { fieldNames, fields as stated, type FieldName } from '../../../dataset/fields.ts';

/** What tables state most often comes first. */
const first: readonly FieldName[] = ['venue', 'doi', 'sourceId'];
const chosen = [...new Set([...first, ...fieldNames])].flatMap((value) => {
	const label = stated[value].choice;
	return label === undefined ? [] : [{ value, label }];
});

/** What a column of a table can hold, by the name that readers know it under. */
export const fields: readonly { value: Field; label: string }[] = [
	{ value: 'ignored', label: 'Not used' },
	{ value: 'title', label: 'Title' },
	{ value: 'abstract', label: 'Abstract' },
	{ value: 'authors', label: 'Authors' },
	{ value: 'authorCount', label: 'Number of authors' },
	{ value: 'date', label: 'Date or year' },
	...chosen,
	{ value: 'keywords', label: 'Keywords' },
	{ value: 'indexKeywords', label: 'Keywords of an index' },
	{ value: 'affiliations', label: 'Affiliations' },
	{ value: 'countries', label: 'Countries' }
];

type ListField = 'keywords' | 'indexKeywords' | 'affiliations' | 'countries';
export type Field =
	'ignored' | 'title' | 'abstract' | 'authors' | 'authorCount' | 'date' | ListField | FieldName;

/** A guess as the form shows it: one field for each column. */
export function startingFields(columns: readonly string[], guess: Readonly<Record<string, string>>): Field[] {
	return columns.map((name) => fields.find(({ value }) => value === guess[name])?.value ?? 'ignored');
}

/** What is wrong with a choice of fields, in words that say what to do; `null` when it will do. */
export function columnsProblem(chosen: readonly Field[]): string | null {
	if (!chosen.includes('title') && !chosen.includes('abstract'))
		return 'Choose where titles or abstracts are.';
	const twice = fields.find(
		({ value }) => value !== 'ignored' && chosen.filter((field) => field === value).length > 1
	);
	return twice ? `Two are chosen as ${twice.label.toLowerCase()}; keep one of them.` : null;
}
