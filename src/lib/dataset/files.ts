import { tableNames, tables, type FileGroup, type TableName } from './schema.ts';

/** Name of a part's file: `dataset.duckdb` or, for the groups that are cut, `texts-0000.duckdb`. */
export function fileName(group: FileGroup, part: number): string {
	return group === 'dataset' ? 'dataset.duckdb' : `${group}-${String(part).padStart(4, '0')}.duckdb`;
}

/** Name under which a dataset's file is attached: its name without the extension, with underscores. */
export function catalogName(group: FileGroup, part: number): string {
	return group === 'dataset' ? 'dataset' : `${group}_${String(part).padStart(4, '0')}`;
}

/** The tables that a group's files hold. */
export function tablesOf(group: FileGroup): TableName[] {
	return tableNames.filter((name) => tables[name].group === group);
}
