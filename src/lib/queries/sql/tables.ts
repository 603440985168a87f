import { catalogName } from '../../dataset/files.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import { tables, type FileGroup, type TableName } from '../../dataset/schema.ts';

/** A table under the name of the file that holds it; the part matters only to groups that are cut. */
export function tableIn(table: TableName, part = 0): string {
	return `${catalogName(tables[table].group, part)}.${table}`;
}

/** The files of a group, by part. */
export function partsOf(files: readonly DatasetFile[], group: FileGroup): DatasetFile[] {
	return files.filter((file) => file.group === group);
}

/** The part whose keys surround a key; `null` when none does. Terms compare by code units, as they were cut. */
export function partWith(
	files: readonly DatasetFile[],
	group: FileGroup,
	key: number | string
): DatasetFile | null {
	const holds = ({ first, last }: DatasetFile) =>
		first !== null && last !== null && first <= key && key <= last;
	return partsOf(files, group).find(holds) ?? null;
}

/** The same selection from each of several parts, one after another. */
export function fromParts(parts: readonly DatasetFile[], selection: (part: number) => string): string {
	return parts.map(({ part }) => selection(part)).join(' UNION ALL ');
}
