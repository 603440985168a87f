/** What a column of a table can hold, by the name that readers know it under. */
export const fields = [
	{ value: 'ignored', label: 'Not used' },
	{ value: 'title', label: 'Title' },
	{ value: 'abstract', label: 'Abstract' },
	{ value: 'authors', label: 'Authors' },
	{ value: 'authorCount', label: 'Number of authors' },
	{ value: 'date', label: 'Date or year' },
	{ value: 'venue', label: 'Journal or conference' },
	{ value: 'doi', label: 'DOI' },
	{ value: 'sourceId', label: 'Identifier' },
	{ value: 'organisation', label: 'Organisation' },
	{ value: 'url', label: 'Link' },
	{ value: 'type', label: 'Type of publication' },
	{ value: 'language', label: 'Language' },
	{ value: 'volume', label: 'Volume' },
	{ value: 'issue', label: 'Issue' },
	{ value: 'pages', label: 'Pages' }
] as const;

export type Field = (typeof fields)[number]['value'];

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
