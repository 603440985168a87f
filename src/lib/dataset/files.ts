import { tableNames, tables, type FileGroup, type TableName } from './schema.ts';

/** The first file of the group that a dataset begins with goes by its bare name. */
const isMain = (group: FileGroup, part: number) => group === 'dataset' && part === 0;

/** Name of a part's file: `dataset.duckdb`, `dataset-0001.duckdb`, `texts-0000.duckdb`. */
export function fileName(group: FileGroup, part: number): string {
	return isMain(group, part) ? 'dataset.duckdb' : `${group}-${String(part).padStart(4, '0')}.duckdb`;
}

/** Name under which a dataset's file is attached: its name without the extension, with underscores. */
export function catalogName(group: FileGroup, part: number): string {
	return isMain(group, part) ? 'dataset' : `${group}_${String(part).padStart(4, '0')}`;
}

/** The tables that a part holds rows of: all of its group, but papers alone where `dataset.duckdb` goes on. */
export function tablesOf(group: FileGroup, part: number): TableName[] {
	if (group === 'dataset' && part > 0) return ['papers'];
	return tableNames.filter((name) => tables[name].group === group);
}
