import type { Manifest } from './manifest.ts';
import { schemaVersion, tableNames, tables, type Column, type Table, type TableName } from './schema.ts';

/**
 * The oldest version whose datasets are read. What they lack reads as unknown: columns that came later are null.
 */
export const oldestReadable = '1.4';

const partsOf = (version: string) => version.split('.').map(Number);

/** Whether a version has all that another has: the same major version, no earlier minor one. */
function reaches(version: string, other: string): boolean {
	const [major, minor] = partsOf(version);
	const [otherMajor, otherMinor] = partsOf(other);
	return major === otherMajor && Number(minor) >= Number(otherMinor);
}

/** Whether a dataset of this version can be read. */
export function isReadable(version: string): boolean {
	return reaches(version, oldestReadable);
}

/** A dataset in a version of the schema that cannot be read. */
export class UnreadableVersion extends Error {
	override readonly name = 'UnreadableVersion';
	readonly version: string;

	constructor(version: string) {
		super(`This dataset has schema ${version}; this version reads ${schemaVersion}. Build it again.`);
		this.version = version;
	}
}

/** @throws UnreadableVersion when the dataset was written by another version of the schema that cannot be read */
export function requireReadable({ schemaVersion: version }: Pick<Manifest, 'schemaVersion'>): void {
	if (!isReadable(version)) throw new UnreadableVersion(version);
}

const columnsOf = (table: TableName): [string, Column][] => Object.entries(tables[table].columns);
const isIn = (version: string, { since }: Column | Table) => since === undefined || reaches(version, since);

/** The columns that a table has in a version of the schema, in their order. */
export function columnsIn(table: TableName, version: string): [string, Column][] {
	return columnsOf(table).filter(([, column]) => isIn(version, column));
}

/** The columns that came after a version. */
export function columnsAfter(table: TableName, version: string): [string, Column][] {
	return columnsOf(table).filter(([, column]) => !isIn(version, column));
}

/** The tables that came after a version: a dataset of it has none of their files, and reads as if they were empty. */
export const tablesAfter = (version: string): TableName[] =>
	tableNames.filter((name) => !isIn(version, tables[name]));

/** Whether the search index of a version knows words without their accents. */
export const foldsAccents = (version: string): boolean => reaches(version, '1.6');

const apartWords = 'Its search tells “Müller” from “Muller”: accents are not folded.';

/** What a dataset of an earlier version lacks, in words; `null` for one that lacks nothing. */
export function lackingWords({ schemaVersion: version }: Pick<Manifest, 'schemaVersion'>): string | null {
	const columns = columnsAfter('papers', version).map(([name]) => name);
	const lacking = [...columns, ...tablesAfter(version).map((name) => tables[name].group)];
	const words = [lacking.slice(0, -1).join(', '), ...lacking.slice(-1)].filter(Boolean).join(' and ');
	const unknown = words && `Made before Corpuscope kept ${words}: they are unknown here.`;
	const said = [unknown, foldsAccents(version) ? '' : apartWords].filter(Boolean);
	return said.length === 0 ? null : `${said.join(' ')} Build it again to have this.`;
}
