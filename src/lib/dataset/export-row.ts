import { identifiers, statements, type Field, type StatedColumns } from './fields.ts';

/** One exported paper: every column of the dataset, its texts, and its theme by name. */
export interface ExportRow extends StatedColumns {
	paper_id: number;
	title: string;
	abstract: string;
	/** Names in source order, joined by `; `; empty when the source states none. */
	authors: string;
	/** Keywords of the authors, joined by `; `, and those of the index. */
	keywords: string;
	index_keywords: string;
	/** Each once, joined by `; `; empty when the source states none that can be read. */
	organisations: string;
	countries: string;
	team_size: number | null;
	/** As precise as the source: `2024`, `2024-03` or `2024-03-07`. */
	published: string | null;
	date_precision: string | null;
	theme_id: number;
	theme: string;
	leaf_id: number;
	similarity: number;
	second_theme_id: number | null;
	margin: number;
	x: number;
	y: number;
}

/** A paper of a reading list, with what its reader made of it. */
export interface ReadingRow extends ExportRow {
	/** On the list, from 1. */
	place: number;
	read: 'yes' | '';
	starred: 'yes' | '';
	/** Why it was put on the list; empty when nothing was said. */
	why: string;
	/** May have several lines. */
	note: string;
}

/** How the values of a column are written: `float` for single-precision numbers. */
export type ExportKind = 'text' | 'integer' | 'float';

/** What is made of each field, by the names of the columns and in their order. */
function byColumn<F extends Readonly<Record<string, Field>>, V>(
	of: F,
	make: (field: Field, name: string) => V
): Record<F[keyof F]['column'], V> {
	return Object.fromEntries(
		Object.entries(of).map(([name, field]) => [field.column, make(field, name)])
	) as Record<F[keyof F]['column'], V>;
}

const kindOf = ({ type }: Field): ExportKind => (type === 'INTEGER' ? 'integer' : 'text');

const kinds: Readonly<Record<keyof ExportRow, ExportKind>> = {
	paper_id: 'integer',
	...byColumn(identifiers, kindOf),
	title: 'text',
	abstract: 'text',
	authors: 'text',
	team_size: 'integer',
	published: 'text',
	date_precision: 'text',
	...byColumn(statements, kindOf),
	theme_id: 'integer',
	theme: 'text',
	leaf_id: 'integer',
	similarity: 'float',
	second_theme_id: 'integer',
	margin: 'float',
	x: 'float',
	y: 'float',
	keywords: 'text',
	index_keywords: 'text',
	organisations: 'text',
	countries: 'text'
};

/** The columns of an export, in the order in which files have them. */
export const exportColumns = Object.entries(kinds).map(([name, kind]) => ({ name, kind })) as readonly {
	name: keyof ExportRow;
	kind: ExportKind;
}[];

/** The columns of a reading list. */
export const readingColumns: readonly { name: keyof ReadingRow; kind: ExportKind }[] = [
	{ name: 'place', kind: 'integer' },
	...(['read', 'starred', 'why', 'note'] as const).map((name) => ({ name, kind: 'text' as const })),
	...exportColumns
];

/** Columns that hold several values. */
export const listColumns = ['authors', 'keywords', 'index_keywords', 'organisations', 'countries'] as const;
export type ListColumn = (typeof listColumns)[number];

/** The values of a column that holds several, one by one. */
export function valuesIn<C extends ListColumn>(row: Readonly<Record<C, string>>, column: C): string[] {
	return row[column] === '' ? [] : row[column].split('; ');
}
