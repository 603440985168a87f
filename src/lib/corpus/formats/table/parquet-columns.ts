import type { FileMetaData } from 'hyparquet';

/** Paths of the columns that hold values, in the order of the schema, a tree in depth-first order. */
function leafPaths(schema: FileMetaData['schema']): string[][] {
	const paths: string[][] = [];
	const open: { name: string; left: number }[] = [];
	for (const { name, num_children: children = 0 } of schema.slice(1)) {
		const path = [...open.map((outer) => outer.name), name];
		const outer = open.at(-1);
		if (outer) outer.left--;
		if (children > 0) open.push({ name, left: children });
		else paths.push(path);
		while (open.at(-1)?.left === 0) open.pop();
	}
	return paths;
}

/** Names of the columns at the top of the schema. */
export function topLevel({ schema }: FileMetaData): string[] {
	return [...new Set(leafPaths(schema).flatMap(([name]) => name ?? []))];
}

const joined = (path: readonly string[]) => path.join('\0');

/**
 * Whether each group of rows has the columns of the schema, once each. hyparquet drops others after it has begun to
 * read them, and when such a column is damaged, nobody is there to hear of it: that ends a Node process.
 */
export function columnsFit({ schema, row_groups: groups }: FileMetaData): boolean {
	const paths = leafPaths(schema).map(joined);
	const isSame = ({ columns }: (typeof groups)[number]) =>
		columns.length === paths.length &&
		columns.every(({ meta_data: data }, index) => data && joined(data.path_in_schema) === paths[index]);
	return new Set(paths).size === paths.length && groups.every(isSame);
}
