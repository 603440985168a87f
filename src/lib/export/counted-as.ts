import { valuesIn, type ExportRow } from '../dataset/export-row.ts';
import { joinOf, type Joins } from '../dataset/joined-names.ts';
import type { NameDimension } from '../dataset/manifest.ts';
import type { Columns } from './csv.ts';
import type { Tag } from './ris.ts';

/** A row with the names in it that count as another one: `GoogleDeepMind: Google`, several parted by `; `. */
export type Joined<R extends ExportRow> = R & { counted_as: string };

/** The columns of an export with joined names. */
export const joinedColumns = <R extends ExportRow>(columns: Columns<R>): Columns<Joined<R>> => [
	...columns,
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
export function withJoins<R extends ExportRow>(row: R, joins: Joins): Joined<R> {
	const told = named(row).flatMap(([dimension, names]) =>
		names.flatMap((name) => {
			const first = joinOf(joins, dimension, name)?.names[0];
			return first === undefined || first === name ? [] : [`${name}: ${first}`];
		})
	);
	return { ...row, counted_as: [...new Set(told)].join('; ') };
}

/** A row that may say so. */
export type MayBeJoined<R extends ExportRow> = R & Partial<Pick<Joined<R>, 'counted_as'>>;

/** The same in words; empty where nothing of a row is joined. */
export const joinedWords = ({ counted_as: told = '' }: MayBeJoined<ExportRow>) =>
	told === '' ? '' : `Counted as: ${told}`;

/** The same as notes of references. */
export const risJoins = (row: MayBeJoined<ExportRow>): Tag[] => [['N1', joinedWords(row)]];
export const bibtexJoins = (row: MayBeJoined<ExportRow>): [name: string, text: string][] => [
	['annote', joinedWords(row)]
];
