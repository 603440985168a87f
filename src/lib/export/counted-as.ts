import { exportColumns, valuesIn, type ExportKind, type ExportRow } from '../dataset/export-row.ts';
import { joinOf, type Joins } from '../dataset/joined-names.ts';
import type { NameDimension } from '../dataset/manifest.ts';
import type { Tag } from './ris.ts';

/** A row with the names in it that count as another one: `GoogleDeepMind: Google`, several parted by `; `. */
export interface JoinedRow extends ExportRow {
	counted_as: string;
}

/** The columns of an export with joined names. */
export const joinedColumns: readonly { name: keyof JoinedRow; kind: ExportKind }[] = [
	...exportColumns,
	{ name: 'counted_as', kind: 'text' }
];

/** What a row names, dimension by dimension. */
function named(row: ExportRow): [NameDimension, string[]][] {
	const own = (name: string | null) => (name === null ? [] : [name]);
	return [
		['organisation', [...own(row.organisation), ...valuesIn(row, 'organisations')]],
		['venue', own(row.venue)],
		['author', valuesIn(row, 'authors')],
		['keyword', [...valuesIn(row, 'keywords'), ...valuesIn(row, 'index_keywords')]],
		['country', valuesIn(row, 'countries')]
	];
}

/** Adds what names of a row count as. */
export function withJoins(row: ExportRow, joins: Joins): JoinedRow {
	const told = named(row).flatMap(([dimension, names]) =>
		names.flatMap((name) => {
			const first = joinOf(joins, dimension, name)?.names[0];
			return first === undefined || first === name ? [] : [`${name}: ${first}`];
		})
	);
	return { ...row, counted_as: [...new Set(told)].join('; ') };
}

const note = ({ counted_as: told }: JoinedRow) => (told === '' ? '' : `Counted as: ${told}`);

/** The same as notes of references. */
export const risJoins = (row: JoinedRow): Tag[] => [['N1', note(row)]];
export const bibtexJoins = (row: JoinedRow): [name: string, text: string][] => [['annote', note(row)]];
