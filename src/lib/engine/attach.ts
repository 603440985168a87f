import { catalogName } from '../dataset/files.ts';
import type { DatasetFile } from '../dataset/manifest.ts';

/** Statements that keep an engine from fetching anything by itself, to run before any other. */
export const offlineSettings: readonly string[] = [
	'SET autoload_known_extensions = false',
	'SET autoinstall_known_extensions = false'
];

/** Statement that has an engine fetch the rows of a page by their ids alone, up to so many. */
export const fetchByIds = 'SET dynamic_or_filter_threshold = 200';

/**
 * Statement that makes a dataset's file readable under its catalog's name.
 * @param path where the engine finds the file; by default its own name
 */
export function attachFile({ file, group, part }: DatasetFile, path = file): string {
	return `ATTACH '${path.replaceAll("'", "''")}' AS ${catalogName(group, part)} (READ_ONLY)`;
}

/** Statement that makes an empty database in memory under a catalog's name. */
export function attachEmpty(catalog: string): string {
	return `ATTACH ':memory:' AS ${catalog}`;
}
